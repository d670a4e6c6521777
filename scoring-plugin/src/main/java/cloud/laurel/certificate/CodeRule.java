package cloud.laurel.certificate;

import java.util.random.RandomGenerator;

/**
 * Verification codes (验证码): thirteen characters that nobody can guess (64.4 bits) and a check
 * character, of an alphabet without 0 O 1 I L.
 */
final class CodeRule {

  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  /** Characters of a code. */
  static final int LENGTH = 14;

  private static final int GROUP = 4;

  private CodeRule() {}

  /** A new code. */
  static String draw(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH - 1; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.append(check(code)).toString();
  }

  /** Whether a text is a code, as far as its check character can tell. */
  static boolean isCode(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && check(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
  }

  /** As it is printed: ABCD-EFGH-JKMN-PQ. */
  static String groups(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /**
   * The alphabet's size is a prime and the weights differ, so that every wrong character and every
   * swapped pair is found.
   */
  private static char check(CharSequence random) {
    int sum = 0;
    for (int i = 0; i < random.length(); i++) {
      sum += (i + 2) * ALPHABET.indexOf(random.charAt(i));
    }
    return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
  }
}
