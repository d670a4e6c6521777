package cloud.laurel.press;

import cloud.laurel.document.DocumentFonts;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What certificates cannot show as it should be, to be found before anything is printed. */
public final class NameFonts {

  /**
   * Scripts whose characters stand side by side, whatever their neighbours are. Others change shape
   * or place, which takes more than the PDF library does.
   */
  private static final Set<UnicodeScript> SIMPLE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.LATIN,
          UnicodeScript.COMMON,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.YI,
          UnicodeScript.LISU);

  private final DocumentFonts fonts;

  /** For these fonts. */
  public NameFonts(DocumentFonts fonts) {
    this.fonts = fonts;
  }

  /** The numbers of the characters that no face has, each once. */
  public List<Integer> missing(String text) {
    return List.copyOf(fonts.missing(text));
  }

  /** Whether some of it is written in a script that cannot be set correctly. */
  public boolean needsShaping(String text) {
    return text.codePoints().anyMatch(NameFonts::needsShaping);
  }

  private static boolean needsShaping(int character) {
    return !SIMPLE.contains(UnicodeScript.of(character));
  }

  /** The characters of a text that cannot be printed as they should be, each once, in order. */
  public List<String> unprintable(String text) {
    Set<Integer> missing = fonts.missing(text);
    return text.codePoints()
        .filter(c -> missing.contains(c) || needsShaping(c))
        .distinct()
        .mapToObj(Character::toString)
        .collect(Collectors.toList());
  }
}
