package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch of judgements changes in the running totals of one campaign. */
public final class Deltas {

  record PersonKey(String account, Role role) implements Comparable<PersonKey> {
    @Override
    public int compareTo(PersonKey o) {
      int c = account.compareTo(o.account);
      return c != 0 ? c : role.compareTo(o.role);
    }
  }

  record SchoolKey(String school, Role role) implements Comparable<SchoolKey> {
    @Override
    public int compareTo(SchoolKey o) {
      int c = school.compareTo(o.school);
      return c != 0 ? c : role.compareTo(o.role);
    }
  }

  record MonthKey(String school, YearMonth month, String indicator, int alternative)
      implements Comparable<MonthKey> {
    @Override
    public int compareTo(MonthKey o) {
      int c = school.compareTo(o.school);
      c = c != 0 ? c : month.compareTo(o.month);
      c = c != 0 ? c : indicator.compareTo(o.indicator);
      return c != 0 ? c : Integer.compare(alternative, o.alternative);
    }
  }

  final SortedMap<PersonKey, Long> people = new TreeMap<>();
  final SortedMap<SchoolKey, Long> schools = new TreeMap<>();
  final SortedMap<MonthKey, Long> participants = new TreeMap<>();
  final Set<PersonKey> ranked = new HashSet<>();

  /** Points more (or fewer) for a person and the school the award belongs to. */
  public void points(String account, Role role, String school, long points) {
    people.merge(new PersonKey(account, role), points, Long::sum);
    schools.merge(new SchoolKey(school, role), points, Long::sum);
  }

  /** Says that a person is one of those whose ranks the book counts: see {@link Totals}. */
  public void ranked(String account, Role role) {
    ranked.add(new PersonKey(account, role));
  }

  /** Those of the people with other points than before who are ranked. */
  SortedMap<PersonKey, Long> rankedPeople() {
    SortedMap<PersonKey, Long> moved = new TreeMap<>(people);
    moved.keySet().retainAll(ranked);
    return moved;
  }

  /** Pupils more (or fewer) who take part in a month. */
  public void participants(
      String school, YearMonth month, String indicator, int alternative, long pupils) {
    participants.merge(new MonthKey(school, month, indicator, alternative), pupils, Long::sum);
  }
}
