package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MembershipRuleTest {

  private static final SortedMap<LocalDate, Set<String>> NOTHING_LATER =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private static LocalDate day(int day) {
    return LocalDate.of(2020, 9, day);
  }

  private static Stint in(String school) {
    return new Stint(school, Role.TEACHER, 0);
  }

  private static Membership from(String school, int from) {
    return new Membership(school, Role.TEACHER, 0, day(from), Optional.empty());
  }

  private static Membership stretch(String school, int from, int to) {
    return new Membership(school, Role.TEACHER, 0, day(from), Optional.of(day(to)));
  }

  private static List<Membership> apply(
      int effective, Set<String> named, List<Membership> before, Stint... listed) {
    return new MembershipRule(day(effective), named, NOTHING_LATER).apply(before, List.of(listed));
  }

  @Test
  void newcomerBegins() {
    assertThat(apply(5, Set.of("A"), List.of(), in("A"))).containsExactly(from("A", 5));
  }

  @Test
  void confirmedMembershipStaysAsItIs() {
    assertThat(apply(5, Set.of("A"), List.of(from("A", 1)), in("A"))).containsExactly(from("A", 1));
  }

  @Test
  void whoIsMissingEnds() {
    assertThat(apply(5, Set.of("A"), List.of(from("A", 1)))).containsExactly(stretch("A", 1, 5));
  }

  @Test
  void membershipThatHadNotBegunDisappears() {
    assertThat(apply(5, Set.of("A"), List.of(from("A", 5)))).isEmpty();
    assertThat(apply(5, Set.of("A"), List.of(from("A", 9)))).isEmpty();
  }

  @Test
  void otherSchoolsOfWhoeverIsMissingAreUntouched() {
    assertThat(apply(5, Set.of("A"), List.of(from("B", 1)))).containsExactly(from("B", 1));
  }

  @Test
  void whoComesBackGetsANewStretch() {
    assertThat(apply(9, Set.of("A"), List.of(stretch("A", 1, 5)), in("A")))
        .containsExactly(stretch("A", 1, 5), from("A", 9));
  }

  @Test
  void lateUploadStopsWhereALaterOneSpeaksOfTheSchool() {
    MembershipRule rule =
        new MembershipRule(day(5), Set.of("A"), new TreeMap<>(Map.of(day(9), Set.of("A"))));
    assertThat(rule.apply(List.of(), List.of(in("A")))).containsExactly(stretch("A", 5, 9));
    assertThat(rule.apply(List.of(from("A", 1)), List.of()))
        .containsExactly(stretch("A", 1, 5), from("A", 9));
  }

  @Test
  void lateUploadStopsWhereALaterOneListsThePerson() {
    MembershipRule rule =
        new MembershipRule(day(5), Set.of("A"), new TreeMap<>(Map.of(day(9), Set.of("B"))));
    assertThat(rule.apply(List.of(from("B", 9)), List.of(in("A"))))
        .containsExactly(stretch("A", 5, 9), from("B", 9));
  }
}
