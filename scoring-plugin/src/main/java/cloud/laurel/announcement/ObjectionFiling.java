package cloud.laurel.announcement;

import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.input.WordsRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody objects.
 *
 * @param announcement number of the list
 * @param entry number of the line; empty for the list as a whole
 * @param words what is wrong, {@value #MIN_WORDS} to {@value WordsRule#MAX_WORDS} characters
 * @param name may be empty
 * @param contact how to reach whoever objects; may be empty
 */
public record ObjectionFiling(
    long announcement, Optional<Long> entry, String words, String name, String contact) {

  /** Shortest text of an objection, in characters. */
  public static final int MIN_WORDS = 10;

  /** Longest name, in characters. */
  public static final int MAX_NAME = 100;

  /** Longest contact, in characters. */
  public static final int MAX_CONTACT = 200;

  /**
   * Checks itself.
   *
   * @throws AnnouncementRefused naming what has to change
   */
  public ObjectionFiling {
    words = WordsRule.tidy(words);
    name = WordsRule.line(name);
    contact = WordsRule.line(contact);
    if (words.codePointCount(0, words.length()) < MIN_WORDS) {
      throw new AnnouncementRefused(Why.WORDS_TOO_SHORT);
    }
    if (words.length() > WordsRule.MAX_WORDS) {
      throw new AnnouncementRefused(Why.WORDS_TOO_LONG);
    }
    if (name.length() > MAX_NAME) {
      throw new AnnouncementRefused(Why.NAME_TOO_LONG);
    }
    if (contact.length() > MAX_CONTACT) {
      throw new AnnouncementRefused(Why.CONTACT_TOO_LONG);
    }
  }

  /** Whether whoever objects can be answered. */
  boolean named() {
    return !name.isEmpty() || !contact.isEmpty();
  }

  /** All of it in 128 bits: an MD5 of the parts, each led by its length. */
  UUID key() {
    StringBuilder all = new StringBuilder();
    for (String part :
        List.of("" + announcement, entry.map(String::valueOf).orElse(""), words, name, contact)) {
      all.append(part.length()).append(':').append(part);
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
