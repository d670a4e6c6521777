package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.TestCampaigns;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.journal.Correction;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.standing.Deltas;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Judging without a database: eligibility, limits, versions and what they mean for the totals. */
class JudgingTest {

  private static final Campaign NOTICE = TestCampaigns.notice();
  private static final String NOON = "2020-12-10T04:00:00Z";
  private static final Instant RECEIVED = Instant.parse("2020-12-20T00:00:00Z");
  private static final Map<String, Person> PEOPLE =
      Map.of(
          "t1", person("t1", in("s1", Role.TEACHER, 0)),
          "t2", person("t2", in("s2", Role.TEACHER, 0), in("s1", Role.TEACHER, 0)),
          "a1", person("a1", in("s1", Role.ADMINISTRATOR, 0)),
          "p1", person("p1", in("s1", Role.STUDENT, 3)),
          "p2", person("p2", in("s1", Role.STUDENT, 2)),
          "left",
              person(
                  "left",
                  new Membership(
                      "s1",
                      Role.TEACHER,
                      0,
                      LocalDate.of(2020, 9, 1),
                      Optional.of(LocalDate.of(2020, 12, 10)))));
  private long seq;

  private static Person person(String account, Membership... memberships) {
    return new Person(account, account, account, List.of(memberships));
  }

  private static Membership in(String school, Role role, int grade) {
    return new Membership(school, role, grade, LocalDate.of(2020, 9, 1), Optional.empty());
  }

  private JournalEntry entry(PlatformAction action, Instant receivedAt, Correction... correction) {
    return new JournalEntry(++seq, action, receivedAt, Arrays.stream(correction).findFirst());
  }

  private JournalEntry entry(String type, String actor, String at, String... counterparts) {
    return entry(TestEngine.named("x" + (900 - seq), type, actor, at, counterparts), RECEIVED);
  }

  private static CampaignJudge judge(Campaign campaign, Set<YearMonth> closed) {
    return new CampaignJudge(
        campaign,
        new EligibilityRule(campaign),
        PEOPLE,
        Optional.of(LocalDate.of(2020, 12, 20)),
        closed);
  }

  private static List<Judgement> judged(Campaign campaign, boolean withdrawn, JournalEntry... of) {
    CampaignJudge judge = judge(campaign, Set.of());
    EligibilityRule rule = new EligibilityRule(campaign);
    List<Judgement> judgements = new ArrayList<>();
    for (JournalEntry entry : of) {
      judgements.addAll(rule.judge(entry, judge::memberships, withdrawn));
    }
    return judge.decide(judgements).stream().sorted(Judgement.EARLIEST).toList();
  }

  private static List<String> verdicts(Campaign campaign, JournalEntry... of) {
    return texts(judged(campaign, false, of));
  }

  private static List<String> texts(List<Judgement> judgements) {
    return judgements.stream()
        .map(
            j ->
                j.account()
                    + " "
                    + j.indicator()
                    + "/"
                    + j.alternative()
                    + " "
                    + j.reason().map(Reason::name).orElse("COUNTED")
                    + " "
                    + j.points()
                    + " "
                    + j.school().orElse("-"))
        .toList();
  }

  @Test
  void eachObstacleHasItsReason() {
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "t1", NOON)))
        .containsExactly("t1 lesson-preparation/0 COUNTED 3 s1");
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "nobody", NOON)))
        .containsExactly("nobody lesson-preparation/0 UNKNOWN_ACCOUNT 0 -");
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "left", NOON)))
        .containsExactly("left lesson-preparation/0 UNKNOWN_ACCOUNT 0 -");
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "a1", NOON)))
        .containsExactly("a1 lesson-preparation/0 WRONG_ROLE 0 s1");
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "t1", "2020-11-30T15:59:59Z")))
        .containsExactly("t1 lesson-preparation/0 OUTSIDE_WINDOW 0 s1");
    assertThat(verdicts(NOTICE, entry("coffee.made", "t1", NOON)))
        .containsExactly("t1 /0 NO_INDICATOR 0 -");
    assertThat(verdicts(NOTICE, entry("coffee.made", "t1", "2020-11-30T15:59:59Z")))
        .containsExactly("t1 /0 OUTSIDE_WINDOW 0 -");
    assertThat(texts(judged(NOTICE, true, entry("lesson.prepared", "t1", NOON))))
        .containsExactly("t1 lesson-preparation/0 WITHDRAWN 0 s1");
  }

  @Test
  void conditionOfTheIndicatorDecides() {
    Campaign campaign =
        TestCampaigns.of(
            TestCampaigns.changed(
                "lesson-preparation", "\"points\"", "\"condition\": \"hour < 12\", \"points\""));
    assertThat(verdicts(campaign, entry("lesson.prepared", "t1", NOON)))
        .containsExactly("t1 lesson-preparation/0 CONDITION_FAILED 0 s1");
    assertThat(verdicts(campaign, entry("lesson.prepared", "t1", "2020-12-10T03:59:59Z")))
        .containsExactly("t1 lesson-preparation/0 COUNTED 3 s1");
  }

  @Test
  void invitationPaysBothButNobodyForInvitingThemselves() {
    assertThat(verdicts(NOTICE, entry("teacher.invited", "t1", NOON, "t2", "t1")))
        .containsExactly("t1 invitation/0 COUNTED 2 s1", "t2 invitation/0 COUNTED 2 s1");
    assertThat(verdicts(NOTICE, entry("teacher.invited", "t1", NOON, "t1")))
        .containsExactly("t1 invitation/0 CONDITION_FAILED 0 s1");
    assertThat(verdicts(NOTICE, entry("teacher.invited", "t1", NOON)))
        .containsExactly("t1 invitation/0 COUNTED 2 s1");
    assertThat(verdicts(NOTICE, entry("lesson.prepared", "t1", NOON, "t1")))
        .containsExactly("t1 lesson-preparation/0 COUNTED 3 s1");
  }

  @Test
  void schoolOfTheActionGoesBeforeTheFirstByCode() {
    PlatformAction plain = TestEngine.named("x", "lesson.prepared", "t2", NOON);
    assertThat(inSchool(plain, "s2")).containsExactly("t2 lesson-preparation/0 COUNTED 3 s2");
    assertThat(inSchool(plain, "s9")).containsExactly("t2 lesson-preparation/0 COUNTED 3 s1");
  }

  private List<String> inSchool(PlatformAction a, String school) {
    return verdicts(
        NOTICE,
        entry(
            new PlatformAction(
                a.id(),
                a.type(),
                a.actor(),
                a.occurredAt(),
                Optional.of(school),
                a.object(),
                a.counterparts(),
                a.attributes()),
            RECEIVED));
  }

  @Test
  void pupilsCountFromTheGradeOnAndUntilTheMonthCloses() {
    assertThat(verdicts(NOTICE, entry("course.studied", "p1", NOON)))
        .containsExactly("p1 student-participation/0 COUNTED 0 s1");
    assertThat(verdicts(NOTICE, entry("homework.completed", "p1", NOON)))
        .containsExactly("p1 student-participation/1 COUNTED 0 s1");
    assertThat(verdicts(NOTICE, entry("course.studied", "p2", NOON)))
        .containsExactly("p2 student-participation/0 CONDITION_FAILED 0 s1");
    PlatformAction studied = TestEngine.named("x", "course.studied", "p1", NOON);
    Instant closing = Instant.parse("2021-01-10T16:00:00Z");
    assertThat(verdicts(NOTICE, entry(studied, closing.minusNanos(1000))))
        .containsExactly("p1 student-participation/0 COUNTED 0 s1");
    assertThat(verdicts(NOTICE, entry(studied, closing)))
        .containsExactly("p1 student-participation/0 MONTH_CLOSED 0 s1");
    assertThat(
            verdicts(NOTICE, entry(TestEngine.named("x", "lesson.prepared", "t1", NOON), closing)))
        .containsExactly("t1 lesson-preparation/0 COUNTED 3 s1");
  }

  @Test
  void earliestByTimeThenIdCounts() {
    List<Judgement> judged =
        judged(
            NOTICE,
            false,
            entry(TestEngine.named("b", "lesson.prepared", "t1", NOON), RECEIVED),
            entry(TestEngine.named("a", "lesson.prepared", "t1", NOON), RECEIVED),
            entry(TestEngine.named("0", "lesson.prepared", "t1", "2020-12-10T05:00:00Z"), RECEIVED),
            entry(
                TestEngine.named("1", "lesson.prepared", "t1", "2020-12-11T05:00:00Z"), RECEIVED));
    assertThat(judged).extracting(Judgement::actionId).containsExactly("a", "b", "0", "1");
    assertThat(judged).extracting(Judgement::counted).containsExactly(true, false, false, true);
    assertThat(judged).extracting(Judgement::eligible).containsOnly(true);
    assertThat(judged.get(1).reason()).contains(Reason.LIMIT_REACHED);
    assertThat(judged).extracting(Judgement::period).contains("2020-12-10", "2020-12-11");
  }

  @Test
  void whoHoldsAPlaceKeepsItAndOthersTakeWhatIsFree() {
    Campaign twice =
        TestCampaigns.of(
            TestCampaigns.changed("lesson-preparation", "\"count\": 1", "\"count\": 2"));
    List<Judgement> first =
        judged(
            twice,
            false,
            entry("lesson.prepared", "t1", "2020-12-10T04:00:00Z"),
            entry("lesson.prepared", "t1", "2020-12-10T05:00:00Z"));
    assertThat(first).extracting(j -> j.place().orElseThrow()).containsExactly(0, 1);
    List<Judgement> again = new ArrayList<>(List.of(first.get(1)));
    again.addAll(
        new EligibilityRule(twice)
            .judge(
                entry("lesson.prepared", "t1", "2020-12-10T03:00:00Z"),
                judge(twice, Set.of())::memberships,
                false));
    List<Judgement> after = judge(twice, Set.of()).decide(again);
    assertThat(after.stream().sorted(Judgement.EARLIEST).toList())
        .extracting(j -> j.place().orElseThrow())
        .containsExactly(0, 1);
    List<Judgement> once = judge(NOTICE, Set.of()).decide(List.of(first.get(1)));
    assertThat(once).extracting(j -> j.place().orElseThrow()).containsExactly(0);
  }

  @Test
  void eachActionIsHeldAgainstTheLimitAndPointsOfItsOwnDay() {
    String week = TestCampaigns.changed("lesson-preparation", "\"DAY\"", "\"WEEK\"");
    Campaign campaign =
        TestCampaigns.with(
            TestCampaigns.of(week),
            week.replace("\"points\": 3", "\"points\": 5")
                .replaceAll(
                    "\"count\": 1,(\\s*)\"per\": \"WEEK\"", "\"count\": 2,$1\"per\": \"WEEK\""),
            "2020-12-10");
    List<String> verdicts =
        verdicts(
            campaign,
            entry("lesson.prepared", "t1", "2020-12-07T04:00:00Z"),
            entry("lesson.prepared", "t1", "2020-12-08T04:00:00Z"),
            entry("lesson.prepared", "t1", "2020-12-10T04:00:00Z"),
            entry("lesson.prepared", "t1", "2020-12-11T04:00:00Z"));
    assertThat(verdicts)
        .containsExactly(
            "t1 lesson-preparation/0 COUNTED 3 s1",
            "t1 lesson-preparation/0 LIMIT_REACHED 0 s1",
            "t1 lesson-preparation/0 COUNTED 5 s1",
            "t1 lesson-preparation/0 LIMIT_REACHED 0 s1");
  }

  @Test
  void objectsHaveTheirOwnPlaces() {
    Campaign perObject =
        TestCampaigns.of(TestCampaigns.changed("lesson-preparation", "\"DAY\"", "\"OBJECT\""));
    List<JournalEntry> entries = new ArrayList<>();
    for (String object : List.of("o1", "o2", "o1")) {
      PlatformAction a = TestEngine.named(object + seq, "lesson.prepared", "t1", NOON);
      entries.add(
          entry(
              new PlatformAction(
                  a.id(),
                  a.type(),
                  a.actor(),
                  a.occurredAt(),
                  a.school(),
                  Optional.of(new ObjectRef(object, Optional.empty())),
                  List.of(),
                  Map.of()),
              RECEIVED));
    }
    assertThat(judged(perObject, false, entries.toArray(JournalEntry[]::new)))
        .filteredOn(Judgement::counted)
        .extracting(Judgement::period)
        .containsExactlyInAnyOrder("object:o1", "object:o2");
  }

  @Test
  void correctionIsJudgedUnderTheLimitAlone() {
    assertThat(corrected(7, "lesson-preparation", NOON, false))
        .containsExactly("nobody lesson-preparation/0 COUNTED 3 s5");
    assertThat(corrected(7, "lesson-preparation", NOON, true))
        .containsExactly("nobody lesson-preparation/0 WITHDRAWN 0 s5");
    assertThat(corrected(7, "unheard-of", NOON, false))
        .containsExactly("nobody unheard-of/0 NO_INDICATOR 0 s5");
    assertThat(corrected(7, "lesson-preparation", "2021-07-01T00:00:00Z", false))
        .containsExactly("nobody lesson-preparation/0 OUTSIDE_WINDOW 0 s5");
    assertThat(corrected(8, "lesson-preparation", NOON, false)).isEmpty();
  }

  private List<String> corrected(int campaign, String line, String at, boolean withdrawn) {
    Correction correction =
        new Correction(campaign, "nobody", line, "s5", Instant.parse(at), Optional.empty(), "case");
    PlatformAction action = TestEngine.named("correction:case", "award.corrected", "nobody", at);
    return texts(judged(NOTICE, withdrawn, entry(action, RECEIVED, correction)));
  }

  @Test
  void onlyWhatChangesIsWritten() {
    List<Judgement> before =
        judged(
            NOTICE,
            false,
            entry("lesson.prepared", "t1", NOON),
            entry("notice.published", "t1", NOON),
            entry("marks.created", "t1", NOON));
    Judgement withdrawn = before.get(0).refused(Reason.WITHDRAWN);
    List<Judgement> fresh = judged(NOTICE, false, entry("grade.created", "a1", NOON));
    List<Judgement> after = new ArrayList<>(List.of(withdrawn, before.get(1)));
    after.addAll(fresh);
    JudgementRepository.Changes changes = CampaignJudge.changes(before, after);
    assertThat(changes.inserted()).isEqualTo(fresh);
    assertThat(changes.updated()).containsExactly(withdrawn);
    assertThat(changes.deleted()).containsExactly(before.get(2));
  }

  @Test
  void closedMonthIsFrozenForPupilsAlone() {
    YearMonth december = YearMonth.of(2020, 12);
    CampaignJudge judge = judge(NOTICE, Set.of(december));
    List<Judgement> judged =
        judged(
            NOTICE,
            false,
            entry("course.studied", "p1", NOON),
            entry("course.studied", "p1", "2021-01-05T00:00:00Z"),
            entry("lesson.prepared", "t1", NOON),
            entry("coffee.made", "p1", NOON));
    assertThat(judged.stream().filter(judge::frozen).toList())
        .singleElement()
        .satisfies(j -> assertThat(j.period()).isEqualTo("2020-12"));
    assertThat(judge(NOTICE, Set.of()).frozen(judged.get(0))).isFalse();
  }

  @Test
  void totalsMoveByTheDifference() {
    List<Judgement> before = judged(NOTICE, false, entry("lesson.prepared", "t1", NOON));
    List<Judgement> after =
        judged(
            NOTICE,
            false,
            entry("notice.published", "t1", NOON),
            entry("coffee.made", "t1", NOON),
            entry("course.studied", "p1", NOON),
            entry("course.studied", "p2", NOON),
            entry("course.studied", "p1", "2021-01-05T00:00:00Z"));
    Deltas expected = new Deltas();
    expected.points("t1", Role.TEACHER, "s1", -3);
    expected.points("t1", Role.TEACHER, "s1", 1);
    assertThat(judge(NOTICE, Set.of(YearMonth.of(2020, 12))).deltas(before, after))
        .usingRecursiveComparison()
        .ignoringFields("ranked")
        .isEqualTo(expected);
    expected.participants("s1", YearMonth.of(2020, 12), "student-participation", 0, 1);
    assertThat(judge(NOTICE, Set.of()).deltas(before, after))
        .usingRecursiveComparison()
        .ignoringFields("ranked")
        .isEqualTo(expected);
  }

  @Test
  void groupsDifferInEveryPart() {
    Judgement.Group group = new Judgement.Group("a", "b", 0, "c");
    assertThat(
            Set.of(
                group.slot(1),
                group.slot(2),
                new Judgement.Group("ab", "", 0, "c").slot(1),
                new Judgement.Group("a", "b", 1, "c").slot(1),
                new Judgement.Group("a", "b", 0, "d").slot(1)))
        .hasSize(5);
    assertThat(group.slot(1)).isEqualTo(new Judgement.Group("a", "b", 0, "c").slot(1));
  }

  @Test
  void ruleIsForTheCampaignItWasMadeOf() {
    EligibilityRule rule = new EligibilityRule(NOTICE);
    assertThat(rule.isFor(NOTICE)).isTrue();
    assertThat(rule.isFor(TestCampaigns.notice())).isFalse();
  }
}
