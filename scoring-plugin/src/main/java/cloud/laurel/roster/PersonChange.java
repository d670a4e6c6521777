package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an upload means for one person on its effective date.
 *
 * @param facts what changes; empty for a person who is confirmed
 * @param before where the person belonged
 * @param after where the person belongs from then on
 */
public record PersonChange(
    Kind kind, String account, String name, Set<Fact> facts, List<At> before, List<At> after) {

  /** The kinds that a preview lists. */
  public enum Kind {
    ADDED,
    MOVED,
    LEFT,
    CHANGED,
    UNCHANGED
  }

  /** What may change about a person. */
  public enum Fact {
    NAME,
    USERNAME,
    EMAIL,
    SPACE,
    ROLE,
    GRADE,
    CLASS,
    TIME
  }

  /**
   * A role at a school.
   *
   * @param school its code
   */
  public record At(String school, Role role, int grade, Optional<String> className) {

    static At of(Stint stint) {
      return new At(stint.school(), stint.role(), stint.grade(), stint.className());
    }

    private String line() {
      return String.join("\t", school, role.name(), Integer.toString(grade), className.orElse(""));
    }

    private static At parse(String line) {
      String[] parts = line.split("\t", -1);
      return new At(
          parts[0],
          Role.valueOf(parts[1]),
          Integer.parseInt(parts[2]),
          Optional.of(parts[3]).filter(c -> !c.isEmpty()));
    }
  }

  /** As it is kept: one role a line; no value holds a tab or a line end. */
  static String text(List<At> at) {
    return at.stream().map(At::line).collect(Collectors.joining("\n"));
  }

  static List<At> parse(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split("\n")).map(At::parse).toList();
  }
}
