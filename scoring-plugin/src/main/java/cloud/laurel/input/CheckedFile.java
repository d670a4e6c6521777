package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;

/**
 * A file that may be kept.
 *
 * @param name tidied, with the ending of its type
 * @param type as found in its content
 * @param content all of it, not copied
 */
public record CheckedFile(String name, Type type, byte[] content) {}
