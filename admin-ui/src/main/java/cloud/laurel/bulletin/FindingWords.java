package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Weight;
import cloud.laurel.web.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a check found, in plain words with the block and a link to it. */
final class FindingWords {

  private final Texts text;
  private final Content content;

  FindingWords(Texts text, Content content) {
    this.text = text;
    this.content = content;
  }

  /**
   * A sentence.
   *
   * @param anchor id of the block in the editor
   * @param place the block's name; empty for the bulletin as a whole
   */
  public record Said(Weight weight, String anchor, String place, String words) {}

  List<Said> say(List<Finding> findings) {
    return findings.stream().map(this::say).toList();
  }

  private Said say(Finding finding) {
    List<String> values = new ArrayList<>(finding.values());
    switch (finding.kind()) {
      case FIGURE_CHANGED -> values.set(0, figure(values.get(0)));
      case TYPED_FIGURE -> values.add(figure(values.get(1)));
      case BOARD_CHANGED -> values.set(0, text.ofCode("bulletin.board.", values.get(0)));
      default -> {}
    }
    return new Said(
        finding.weight(),
        anchor(finding),
        place(finding.part()),
        text.filled("bulletin.finding." + finding.kind(), values));
  }

  private String figure(String name) {
    return text.ofCode("bulletin.figure.", name);
  }

  private static String anchor(Finding finding) {
    return switch (finding.kind()) {
      case ISSUER_MISSING -> "issuer";
      case TITLE_MISSING -> "paper-title";
      case NUMBER_MISSING, NUMBER_FORM -> "paper-number";
      case DATE_MISSING -> "paper-date";
      default -> finding.part() == Finding.WHOLE ? "editor" : "part-" + finding.part();
    };
  }

  private String place(int part) {
    return part == Finding.WHOLE || part >= content.parts().size()
        ? ""
        : text.of(
            "bulletin.place",
            part + 1,
            text.of("bulletin.kind." + content.parts().get(part).kind()));
  }
}
