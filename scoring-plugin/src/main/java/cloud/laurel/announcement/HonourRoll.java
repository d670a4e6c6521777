package cloud.laurel.announcement;

import cloud.laurel.selection.Confirmed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Winners by honour, with nothing of them but what the public may read.
 *
 * @param hash of the confirmation that they come from
 * @param sections in the campaign's order
 */
public record HonourRoll(String hash, List<Section> sections) {

  /** Copies its list. */
  public HonourRoll {
    sections = List.copyOf(sections);
  }

  /** What the public may read of confirmed winners. */
  public static HonourRoll of(Confirmed confirmed) {
    return new HonourRoll(
        confirmed.hash(),
        confirmed.honours().stream()
            .map(
                honour ->
                    new Section(
                        honour.code(),
                        honour.name(),
                        honour.winners().stream()
                            .map(winner -> Entry.of(winner.name(), winner.schoolName()))
                            .toList()))
            .filter(section -> !section.entries().isEmpty())
            .toList());
  }

  /** The winners of an honour, in the order in which they are printed. */
  public record Section(String code, String name, List<Entry> entries) {

    /** Copies its list. */
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A line.
   *
   * @param id its number; 0 until it is stored
   * @param name of a person, a school or a central school
   * @param school display name of the person's school; empty where a school is honoured
   * @param removedAt since when the public no longer sees it; empty while it does
   */
  public record Entry(long id, String name, String school, Optional<Instant> removedAt) {

    /** A line that is not stored yet. */
    public static Entry of(String name, String school) {
      return new Entry(0, name, school, Optional.empty());
    }

    /** Whether the public may see it. */
    public boolean shown() {
      return removedAt.isEmpty();
    }
  }

  /** How many winners there are. */
  public int size() {
    return sections.stream().mapToInt(section -> section.entries().size()).sum();
  }

  /** What the public may see of it; honours of which nothing is left are left out. */
  public HonourRoll shown() {
    return only(Entry::shown);
  }

  /** Only the lines that a condition takes. */
  public HonourRoll only(Predicate<Entry> wanted) {
    return new HonourRoll(
        hash,
        sections.stream()
            .map(s -> new Section(s.code(), s.name(), s.entries().stream().filter(wanted).toList()))
            .filter(s -> !s.entries().isEmpty())
            .toList());
  }

  /** A stretch of its lines, for pages of a long list. */
  public HonourRoll part(int offset, int size) {
    int[] place = {0};
    return only(
        entry -> {
          int at = place[0]++;
          return at >= offset && at < offset + size;
        });
  }
}
