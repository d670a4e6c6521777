package cloud.laurel.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Decides what an upload makes of one person's memberships. Pure.
 *
 * <p>An upload speaks of every school it names, and of every school of the people it lists: whoever
 * is listed belongs from then on to exactly the schools listed, so somebody who moves leaves the
 * old school even when that one is not named. What it says of a person and a school holds from its
 * effective date until the effective date of the next later upload that speaks of the two. Each
 * stretch of time is thus decided by exactly one upload, and the order in which uploads with
 * different dates arrive never matters; of two with the same date the one that arrives last is a
 * correction of the other.
 *
 * <p>Whether a later upload listed somebody needs no record of its own: it did exactly if the
 * person belongs, on its effective date, to a school it named.
 */
final class MembershipRule {

  private static final Comparator<Membership> ORDER =
      Comparator.comparing(Membership::from)
          .thenComparing(Membership::school)
          .thenComparing(Membership::role)
          .thenComparing(Membership::grade);

  private final LocalDate effective;
  private final Set<String> named;
  private final SortedMap<LocalDate, Set<String>> later;
  private final SortedMap<LocalDate, Set<String>> laterEverywhere;
  private final boolean own;

  /**
   * The rule for one upload.
   *
   * @param effective its effective date
   * @param named the schools it names
   * @param later the schools named by uploads of later effective dates
   */
  MembershipRule(LocalDate effective, Set<String> named, SortedMap<LocalDate, Set<String>> later) {
    this(effective, named, later, later, false);
  }

  /**
   * The rule for one upload, be it a school's own, which says nothing of other schools.
   *
   * @param later the schools named by uploads of later effective dates
   * @param laterEverywhere those of them that spoke of other schools too
   * @param own whether this one is a school's own
   */
  MembershipRule(
      LocalDate effective,
      Set<String> named,
      SortedMap<LocalDate, Set<String>> later,
      SortedMap<LocalDate, Set<String>> laterEverywhere,
      boolean own) {
    this.effective = effective;
    this.named = named;
    this.later = later;
    this.laterEverywhere = laterEverywhere;
    this.own = own;
  }

  /**
   * The person's memberships afterwards, oldest first, none touching its like.
   *
   * @param before what is on record
   * @param listed the stints that the upload lists; empty when the person is missing from it
   */
  List<Membership> apply(List<Membership> before, List<Stint> listed) {
    List<Membership> after = new ArrayList<>();
    for (Membership membership : before) {
      if ((own || listed.isEmpty()) && !named.contains(membership.school())) {
        after.add(membership);
      } else {
        cut(membership, until(before, membership.school()), after);
      }
    }
    for (Stint stint : listed) {
      Optional<LocalDate> until = until(before, stint.school());
      after.add(
          new Membership(
              stint.school(),
              stint.role(),
              stint.grade(),
              effective,
              until,
              stint.className().or(() -> known(before, stint))));
    }
    return joined(after);
  }

  /** The class of a stint of which the upload says none. */
  private static Optional<String> known(List<Membership> before, Stint stint) {
    return before.stream()
        .filter(m -> Stint.of(m).isLike(stint) && m.className().isPresent())
        .max(ORDER)
        .flatMap(Membership::className);
  }

  /** First day on which a later upload speaks of the person and the school. */
  private Optional<LocalDate> until(List<Membership> before, String school) {
    Optional<LocalDate> spoken =
        later.entrySet().stream()
            .filter(e -> e.getValue().contains(school))
            .map(e -> e.getKey())
            .findFirst();
    Optional<LocalDate> listed =
        laterEverywhere.entrySet().stream()
            .filter(e -> lists(before, e.getKey(), e.getValue()))
            .map(e -> e.getKey())
            .findFirst();
    return spoken.isEmpty() || listed.isEmpty()
        ? spoken.or(() -> listed)
        : spoken.map(day -> day.isBefore(listed.get()) ? day : listed.get());
  }

  private static boolean lists(List<Membership> before, LocalDate day, Set<String> schools) {
    return before.stream().anyMatch(m -> m.holdsOn(day) && schools.contains(m.school()));
  }

  /** Leaves of a membership what lies before the effective date and from {@code until} on. */
  private void cut(Membership old, Optional<LocalDate> until, List<Membership> kept) {
    if (old.from().isBefore(effective)) {
      LocalDate to = old.to().filter(t -> t.isBefore(effective)).orElse(effective);
      kept.add(stretch(old, old.from(), Optional.of(to)));
    }
    if (until.isPresent() && old.to().map(until.get()::isBefore).orElse(true)) {
      LocalDate from = old.from().isAfter(until.get()) ? old.from() : until.get();
      kept.add(stretch(old, from, old.to()));
    }
  }

  private static Membership stretch(Membership like, LocalDate from, Optional<LocalDate> to) {
    return new Membership(like.school(), like.role(), like.grade(), from, to, like.className());
  }

  /** The class that was told for the later days is the newer one. */
  private static List<Membership> joined(List<Membership> pieces) {
    pieces.sort(ORDER);
    List<Membership> whole = new ArrayList<>();
    for (Membership piece : pieces) {
      int touching = touching(whole, piece);
      if (touching < 0) {
        whole.add(piece);
      } else {
        Membership earlier = whole.get(touching);
        Optional<LocalDate> to = later(earlier.to(), piece.to());
        Optional<String> className = piece.className().or(earlier::className);
        whole.set(
            touching,
            new Membership(
                earlier.school(), earlier.role(), earlier.grade(), earlier.from(), to, className));
      }
    }
    return whole;
  }

  private static int touching(List<Membership> whole, Membership piece) {
    for (int i = 0; i < whole.size(); i++) {
      Membership earlier = whole.get(i);
      if (Stint.of(earlier).isLike(Stint.of(piece))
          && earlier.to().map(t -> !t.isBefore(piece.from())).orElse(true)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.flatMap(x -> b.map(y -> x.isAfter(y) ? x : y));
  }
}
