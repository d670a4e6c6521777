package cloud.laurel.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one version of a bulletin says otherwise than another. */
public final class DifferenceRule {

  private DifferenceRule() {}

  /**
   * A block, or a line of the paper's head, that only one of the two has.
   *
   * @param part the block; empty for the head
   * @param added whether the later one has it
   * @param text what it says
   */
  public record Line(Optional<Part> part, boolean added, String text) {}

  /** What is not the same, in the order of the bulletin; what went before what came. */
  public static List<Line> between(Content before, Content after) {
    List<Line> lines = new ArrayList<>();
    head(lines, before.issuer(), after.issuer());
    head(lines, before.number(), after.number());
    head(lines, before.title(), after.title());
    head(lines, day(before), day(after));
    parts(lines, before.parts(), after.parts());
    return List.copyOf(lines);
  }

  private static String day(Content content) {
    return content.date().map(Object::toString).orElse("");
  }

  private static void head(List<Line> lines, String before, String after) {
    if (!before.equals(after)) {
      Optional.of(before)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> lines.add(new Line(Optional.empty(), false, text)));
      Optional.of(after)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> lines.add(new Line(Optional.empty(), true, text)));
    }
  }

  /** By the longest sequence of blocks that both have. */
  private static void parts(List<Line> lines, List<Part> before, List<Part> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(line(before.get(i++), false));
      } else {
        lines.add(line(after.get(j++), true));
      }
    }
  }

  private static Line line(Part part, boolean added) {
    return new Line(Optional.of(part), added, part.words());
  }
}
