package cloud.laurel.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A line of the scoring table that rewards a school for the share of its pupils who take part in a
 * month (notice-2020, annex 2, pupils).
 *
 * @param code unique in the campaign
 * @param name what people call it
 * @param group heading above it, may be empty
 * @param alternatives ways to take part, at least one
 * @param combine whether the better alternative counts or the union of all
 * @param tiers by rising {@code atLeast}
 */
public record Participation(
    String code,
    String name,
    String group,
    List<Alternative> alternatives,
    Combine combine,
    List<Tier> tiers) {

  /** One way to take part. */
  public record Alternative(String name, Set<String> actions) {}

  /** From this share on (0 to 1, exact) the month earns these points. */
  public record Tier(BigDecimal atLeast, int points) {}

  /** How alternatives are held against the tiers. */
  public enum Combine {
    BEST_ALTERNATIVE,
    UNION
  }

  /** What decides about actions: itself without its texts and tiers. */
  Participation judging() {
    return new Participation(
        code,
        "",
        "",
        counted().stream().map(a -> new Alternative("", a.actions())).toList(),
        Combine.BEST_ALTERNATIVE,
        List.of());
  }

  /** The alternatives that are counted apart: with {@link Combine#UNION} one, made of all. */
  public List<Alternative> counted() {
    if (combine == Combine.BEST_ALTERNATIVE || alternatives.size() == 1) {
      return alternatives;
    }
    return List.of(
        new Alternative(
            String.join("/", alternatives.stream().map(Alternative::name).toList()),
            alternatives.stream()
                .flatMap(a -> a.actions().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet())));
  }
}
