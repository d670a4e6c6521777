package cloud.laurel.certificate;

import cloud.laurel.store.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type, as it is compared: width, case, spaces and unseen characters do not matter, the
 * dot of a name may be any of those that look like it; everything else must be exact.
 */
final class LookupRule {

  /** Longer than anything that is printed; nothing longer is looked at. */
  static final int LONGEST = 300;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NUMBER =
      Pattern.compile("(.*?)([" + CodeRule.ALPHABET + "]{" + CodeRule.LENGTH + "})");

  private LookupRule() {}

  /** A name of a person or school. */
  static String plain(String typed) {
    return Normalizer.normalize(cut(typed), Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]", "")
        .replaceAll("[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\u25CF\\u2024.]", "\u00B7")
        .toUpperCase(Locale.ROOT);
  }

  private static String cut(String typed) {
    return typed.length() > LONGEST ? "" : typed;
  }

  /** A number or a part of it, without anything between its characters. */
  static String joined(String typed) {
    return plain(typed).replaceAll("[\\p{Pd}\\u00B7_]", "");
  }

  /** A SHA-256 that somebody sent; what is none becomes one that no file has. */
  static String hash(String sent) {
    String hash = cut(sent).toLowerCase(Locale.ROOT);
    return HASH.matcher(hash).matches() ? hash : "";
  }

  /** A number that somebody typed: whole, or the code alone; empty when it is neither. */
  static Optional<Typed> number(String typed) {
    Matcher parts = NUMBER.matcher(joined(typed));
    return parts.matches() && CodeRule.isCode(parts.group(2))
        ? Optional.of(new Typed(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /**
   * A number as it was typed.
   *
   * @param series without hyphens; empty when only the code was typed
   */
  record Typed(String series, String code) {

    boolean fits(CertificateNumber number) {
      return code.equals(number.code())
          && (series.isEmpty() || series.equals(joined(number.series())));
    }
  }

  /** The keys of a certificate. */
  static List<String> keys(CertificateNumber number, Printed printed, String schoolCode) {
    String name = plain(printed.name());
    List<String> keys = new ArrayList<>();
    keys.add(key(name, 'n', joined(number.series())));
    keys.add(key(name, 'n', number.code()));
    keys.add(key(name, 'n', joined(number.text())));
    // a school is found by its own name in both fields
    keys.add(key(name, 's', plain(printed.isPerson() ? printed.school() : printed.name())));
    if (!schoolCode.isEmpty()) {
      keys.add(key(name, 'c', schoolCode));
    }
    return keys.stream().distinct().toList();
  }

  /** The keys of what somebody typed; always as many, whatever it is. */
  static List<String> asked(String name, String schoolOrNumber, String schoolCode) {
    String plain = plain(name);
    return List.of(
        key(plain, 'n', joined(schoolOrNumber)),
        key(plain, 's', plain(schoolOrNumber)),
        key(plain, 'c', schoolCode.isEmpty() ? "-" : schoolCode));
  }

  private static String key(String name, char kind, String other) {
    return Sha256.hex(name + "\n" + kind + "\n" + other);
  }
}
