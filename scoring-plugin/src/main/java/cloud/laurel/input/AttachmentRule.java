package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a file is by its content, never by its name or by what the sender says, and names it.
 * A look at the structure, cheap enough for every upload; it does not decode a picture.
 */
final class AttachmentRule {

  private static final int MAX_NAME = 100;
  private static final int PDF_TAIL = 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int IHDR = 13;

  private AttachmentRule() {}

  /** The type of a content; empty when it is none that may be attached. */
  static Optional<Type> typeOf(byte[] content) {
    if (isPdf(content)) {
      return Optional.of(Type.PDF);
    }
    if (isPng(content)) {
      return Optional.of(Type.PNG);
    }
    if (isJpeg(content)) {
      return Optional.of(Type.JPEG);
    }
    return ZipNames.of(content).filter(AttachmentRule::isDocx).map(names -> Type.DOCX);
  }

  /** A name that is safe to show and to store under, with the ending of the type. */
  static String nameOf(String given, Type type) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = WordsRule.line(last.replaceAll("[\"<>:|?*%;]", " "));
    int dot = plain.lastIndexOf('.');
    String stem = (dot < 0 ? plain : plain.substring(0, dot)).strip();
    String ending = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean same = ending.equals(type.ending()) || type == Type.JPEG && ending.equals("jpeg");
    String whole = same || dot < 0 ? stem : plain;
    String kept = whole.substring(0, whole.offsetByCodePoints(0, most(whole)));
    return (kept.isBlank() ? "attachment" : kept) + "." + type.ending();
  }

  private static int most(String text) {
    return Math.min(MAX_NAME, text.codePointCount(0, text.length()));
  }

  private static boolean isPdf(byte[] content) {
    String head = ascii(content, 0, Math.min(8, content.length));
    int tail = Math.max(0, content.length - PDF_TAIL);
    return head.matches("%PDF-[12]\\.\\d")
        && ascii(content, tail, content.length - tail).contains("%%EOF");
  }

  private static String ascii(byte[] content, int from, int length) {
    return new String(content, from, length, StandardCharsets.ISO_8859_1);
  }

  /** Its chunks follow one another from a sensible IHDR to an IEND. */
  private static boolean isPng(byte[] content) {
    for (int i = 0; i < PNG.length; i++) {
      if (content.length <= i || content[i] != PNG[i]) {
        return false;
      }
    }
    long at = PNG.length;
    boolean first = true;
    while (at + 12 <= content.length) {
      long length = number(content, (int) at, 4);
      String chunk = ascii(content, (int) at + 4, 4);
      if (first && !(chunk.equals("IHDR") && length == IHDR && hasArea(content, (int) at + 8))) {
        return false;
      }
      if (chunk.equals("IEND")) {
        return length == 0;
      }
      first = false;
      at += length + 12;
    }
    return false;
  }

  /** A document of words without macros. */
  private static boolean isDocx(Set<String> names) {
    return names.contains("[Content_Types].xml")
        && names.contains("word/document.xml")
        && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
  }

  private static boolean hasArea(byte[] content, int at) {
    return content.length >= at + IHDR
        && number(content, at, 4) > 0
        && number(content, at + 4, 4) > 0;
  }

  /** Its segments lead over a frame header to a scan, which ends. */
  private static boolean isJpeg(byte[] content) {
    if (content.length < 4 || number(content, 0, 2) != 0xffd8) {
      return false;
    }
    int at = 2;
    boolean frame = false;
    while (at + 4 <= content.length && (content[at] & 0xff) == 0xff) {
      int marker = content[at + 1] & 0xff;
      if (marker == 0xda) {
        return frame && ends(content, at);
      }
      frame |=
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      at += marker == 0xff ? 1 : 2 + (int) number(content, at + 2, 2);
    }
    return false;
  }

  private static boolean ends(byte[] content, int scan) {
    for (int i = content.length - 2; i > scan; i--) {
      if (number(content, i, 2) == 0xffd9) {
        return true;
      }
    }
    return false;
  }

  private static long number(byte[] content, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | content[at + i] & 0xff;
    }
    return value;
  }
}
