package cloud.laurel.certificate;

import cloud.laurel.web.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say about a name, in plain words with the way out. */
final class NameWords {

  private NameWords() {}

  /** A sentence, and whether nothing can be issued until it is mended. */
  public record Said(boolean blocks, String words) {}

  static List<Said> of(List<NameFinding> findings, Texts text) {
    return findings.stream()
        .map(f -> new Said(f.blocks(), text.of("certificates.finding." + f.kind(), words(f))))
        .toList();
  }

  private static String words(NameFinding finding) {
    return finding.words().stream()
        .map(
            word ->
                finding.kind() == NameFinding.Kind.UNPRINTABLE && !word.isEmpty()
                    ? "%s (U+%04X)".formatted(word, word.codePointAt(0))
                    : word)
        .collect(Collectors.joining(" "));
  }
}
