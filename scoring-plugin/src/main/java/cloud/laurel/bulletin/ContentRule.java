package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** What keeps a bulletin from being stored; everything else can be put right later. */
final class ContentRule {

  private static final int MOST_PARTS = 60;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 6000;

  private ContentRule() {}

  static List<Finding> check(Content content, Basis basis) {
    List<Finding> wrong = new ArrayList<>();
    if (Math.max(content.issuer().length(), content.title().length()) > LONGEST_LINE
        || content.number().length() > LONGEST_LINE) {
      wrong.add(Finding.whole(Kind.TOO_LONG, String.valueOf(LONGEST_LINE)));
    }
    if (content.parts().size() > MOST_PARTS) {
      wrong.add(Finding.whole(Kind.TOO_LONG, String.valueOf(MOST_PARTS)));
    }
    if (content.issuer().isEmpty()) {
      wrong.add(Finding.whole(Kind.ISSUER_MISSING));
    }
    if (content.title().isEmpty()) {
      wrong.add(Finding.whole(Kind.TITLE_MISSING));
    }
    FigureRule figures = new FigureRule(basis.figures());
    for (int i = 0; i < content.parts().size(); i++) {
      Part part = content.parts().get(i);
      wrong.addAll(figures.unknown(i, part));
      if (part.head().length() > LONGEST_LINE || part.text().length() > LONGEST_TEXT) {
        wrong.add(Finding.in(i, Kind.TOO_LONG, String.valueOf(LONGEST_TEXT)));
      }
      if (part.kind().isCounted() && !known(part, basis)) {
        wrong.add(Finding.in(i, Kind.UNKNOWN_CODE, part.code()));
      }
    }
    return wrong;
  }

  private static boolean known(Part part, Basis basis) {
    return part.kind() == Part.Kind.HONOURS
        ? basis.honour(part.code()).isPresent()
        : basis.boards().keySet().stream().anyMatch(by -> by.name().equals(part.code()));
  }
}
