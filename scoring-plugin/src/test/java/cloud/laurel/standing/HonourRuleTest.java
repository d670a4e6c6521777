package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.standing.HonourRule.Candidate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules R8 to R10 on the places of an honour. */
class HonourRuleTest {

  private static final List<Candidate> RANKED =
      List.of(
          new Candidate("a", 1, true),
          new Candidate("b", 2, false),
          new Candidate("c", 2, true),
          new Candidate("d", 2, true),
          new Candidate("e", 5, true));

  private static Honour honour(Honour.Of of, int quota, boolean gated) {
    return new Honour("h", "Honour", Optional.of(of), Optional.of(quota), gated, "", false);
  }

  private static List<String> winners(Honour honour) {
    return HonourRule.winners(honour, RANKED).stream().map(Candidate::name).toList();
  }

  @Test
  void administratorsFollowTheirSchoolAndTeachersTheirOwnPoints() {
    assertThat(HonourRule.followsSchool(honour(Honour.Of.ADMINISTRATOR, 1, true))).isTrue();
    assertThat(HonourRule.followsSchool(honour(Honour.Of.SCHOOL, 1, true))).isTrue();
    assertThat(HonourRule.followsSchool(honour(Honour.Of.TEACHER, 1, true))).isFalse();
    assertThat(HonourRule.followsPoints(honour(Honour.Of.TEACHER, 1, true))).isTrue();
    assertThat(HonourRule.followsPoints(honour(Honour.Of.ADMINISTRATOR, 1, true))).isFalse();
  }

  @Test
  void tieAcrossTheCutIsInWhole() {
    assertThat(winners(honour(Honour.Of.SCHOOL, 1, false))).containsExactly("a");
    assertThat(winners(honour(Honour.Of.SCHOOL, 2, false))).containsExactly("a", "b", "c", "d");
    assertThat(winners(honour(Honour.Of.SCHOOL, 9, false))).hasSize(5);
  }

  @Test
  void gateLeavesOutBeforeTheQuotaCuts() {
    assertThat(winners(honour(Honour.Of.SCHOOL, 3, true))).containsExactly("a", "c", "d");
    assertThat(winners(honour(Honour.Of.SCHOOL, 4, true))).containsExactly("a", "c", "d", "e");
  }

  @Test
  void withoutAQuotaOrCandidatesNobodyHasAPlace() {
    Honour open = new Honour("h", "Honour", Optional.empty(), Optional.empty(), false, "", false);
    assertThat(HonourRule.winners(open, RANKED)).isEmpty();
    assertThat(HonourRule.winners(honour(Honour.Of.SCHOOL, 1, false), List.of())).isEmpty();
    assertThat(HonourRule.followsSchool(open)).isFalse();
    assertThat(HonourRule.followsPoints(open)).isFalse();
  }
}
