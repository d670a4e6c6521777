package cloud.laurel.replay;

import cloud.laurel.scoring.Difference;
import cloud.laurel.standing.StandingDiff;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a replay is and what it found, as JSON (design, section 6).
 *
 * @param state RUNNING, DONE, CANCELLED or FAILED; a published one is DONE, a discarded CANCELLED
 * @param done actions worked through
 * @param total actions there were
 * @param schoolsChanged schools whose score or rank would change, or whose numbers are wrong
 * @param accountsChanged people whose points would change, or whose entries are wrong
 * @param changes the schools, by their new rank
 * @param people those who gain or lose most
 * @param honours who would enter or leave an honour's places
 * @param differences what a check found, at most 1000
 * @param differencesFound how many it found
 * @param problem why it failed, else empty
 */
public record ReplayUnfolded(
    long id,
    String kind,
    String state,
    long done,
    long total,
    long schoolsChanged,
    long accountsChanged,
    List<Change> changes,
    List<Person> people,
    List<StandingDiff.HonourChange> honours,
    List<Difference> differences,
    long differencesFound,
    String problem) {

  /** A school before and after, as shown. */
  public record Change(
      String code, String name, String before, String after, int rankBefore, int rankAfter) {

    static Change of(StandingDiff.SchoolChange change) {
      return new Change(
          change.code(),
          change.name(),
          change.before().text(),
          change.after().text(),
          change.rankBefore(),
          change.rankAfter());
    }
  }

  /** A person's points before and after. */
  public record Person(String account, String role, long before, long after) {

    static Person of(StandingDiff.PersonChange change) {
      return new Person(change.account(), change.role().name(), change.before(), change.after());
    }
  }

  static ReplayUnfolded of(Replay replay, StandingDiff diff) {
    List<Person> people =
        Stream.concat(diff.gainers().stream(), diff.losers().stream()).map(Person::of).toList();
    return of(
        replay,
        diff.schools().size(),
        diff.accountsChanged(),
        diff.schools().stream().map(Change::of).toList(),
        people,
        diff.honours(),
        List.of());
  }

  static ReplayUnfolded of(Replay replay, List<Difference> differences) {
    return of(
        replay,
        subjects(differences, true),
        subjects(differences, false),
        List.of(),
        List.of(),
        List.of(),
        differences);
  }

  private static long subjects(List<Difference> differences, boolean schools) {
    return differences.stream()
        .filter(d -> (d.kind() == Difference.Kind.SCHOOL) == schools)
        .map(Difference::subject)
        .distinct()
        .count();
  }

  private static ReplayUnfolded of(
      Replay replay,
      long schools,
      long accounts,
      List<Change> changes,
      List<Person> people,
      List<StandingDiff.HonourChange> honours,
      List<Difference> differences) {
    String state =
        switch (replay.state()) {
          case PUBLISHED -> Replay.State.DONE.name();
          case DISCARDED -> Replay.State.CANCELLED.name();
          default -> replay.state().name();
        };
    return new ReplayUnfolded(
        replay.id(),
        replay.kind().name(),
        state,
        replay.done(),
        replay.total(),
        schools,
        accounts,
        changes,
        people,
        honours,
        differences,
        replay.differences(),
        replay.problem());
  }
}
