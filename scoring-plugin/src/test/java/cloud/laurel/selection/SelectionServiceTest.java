package cloud.laurel.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.selection.Selection.State;
import cloud.laurel.selection.SelectionEvent.What;
import cloud.laurel.selection.SelectionRefused.Why;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the computed list to what two officers confirmed. */
class SelectionServiceTest {

  private static final String TEACHER = "outstanding-teacher";
  private static final String SCHOOL = "outstanding-school";

  private TestEngine engine;
  private Campaign campaign;
  private SelectionService selections;

  private void start(TestDatabase kind) {
    engine =
        new TestEngine(kind, "2021-07-02T00:00:00Z")
            .roster(
                new TestRoster()
                    .central("c")
                    .central("d")
                    .school("s1", "c")
                    .school("s2", "c")
                    .school("s3", "d")
                    .administrators("s1", "a1")
                    .administrators("s3", "a3")
                    .teachers("s1", "t1", "t2")
                    .teachers("s2", "t4")
                    .teachers("s3", "t3"),
                "2020-09-01");
    campaign = engine.campaign();
    engine
        .accept(
            engine.action("lesson.prepared", "t1", "2020-12-05T10:00:00+08:00"),
            engine.action("lesson.prepared", "t1", "2020-12-06T10:00:00+08:00"),
            engine.action("lesson.prepared", "t2", "2020-12-05T10:00:00+08:00"),
            engine.action("lesson.prepared", "t3", "2020-12-06T10:00:00+08:00"),
            engine.action("class.created", "a3", "2020-12-06T10:00:00+08:00"))
        .settle();
    selections = engine.engine.selections();
  }

  private void close() {
    campaign = engine.engine.campaigns().close(campaign.code(), "bureau", "");
  }

  private HonourSelection honour(String code) {
    return selections.honour(campaign, code).orElseThrow();
  }

  private static List<String> codes(List<SelectionRow> rows) {
    return rows.stream().map(r -> r.candidate().code()).toList();
  }

  private static void refused(Why why, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(SelectionRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @ParameterizedTest
  @EnumSource
  void eachHonourHasItsOwnOrder(TestDatabase kind) {
    start(kind);
    assertThat(codes(honour(SCHOOL).rows())).containsExactly("s3", "s1", "s2");
    assertThat(honour(SCHOOL).computed()).as("no school passes the gate").isEmpty();
    assertThat(codes(honour("outstanding-central-school").computed())).containsExactly("d", "c");
    assertThat(codes(honour("outstanding-administrator").rows())).containsExactly("a3", "a1");
    assertThat(codes(honour(TEACHER).rows())).containsExactly("t1", "t2", "t3");
    assertThat(honour(TEACHER).computed()).as("people decide how many").isEmpty();
    assertThat(selections.honour(campaign, "no-such")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTieAcrossTheCutWaitsForOfficers(TestDatabase kind) {
    start(kind);
    close();
    selections.scheme(campaign, TEACHER, Scheme.of(2), "bureau", "两个名额");
    assertThat(honour(TEACHER).cutTied()).isTrue();
    assertThat(codes(honour(TEACHER).computed())).containsExactly("t1", "t2", "t3");
    refused(Why.TIE_OPEN, () -> selections.submit(campaign, 1, "bureau"));
    refused(Why.UNKNOWN, () -> selections.decideTie(campaign, TEACHER, Set.of("t1"), "b", "why"));
    selections.decideTie(campaign, TEACHER, Set.of("t3"), "bureau", "应用效果更好");
    assertThat(codes(honour(TEACHER).decided())).containsExactly("t1", "t3");
    assertThat(honour(TEACHER).tied()).isEmpty();
    assertThat(codes(honour(TEACHER).changed())).containsExactly("t2");
  }

  @ParameterizedTest
  @EnumSource
  void computedAndDecidedListAreBothKept(TestDatabase kind) {
    start(kind);
    close();
    selections.scheme(campaign, TEACHER, Scheme.of(1), "bureau", "一个名额");
    selections.decide(campaign, TEACHER, "t1", false, "bureau", "已调离");
    selections.decide(campaign, TEACHER, "t3", true, "bureau", "递补");
    refused(
        Why.NOTHING_NEW, () -> selections.decide(campaign, TEACHER, "t2", false, "bureau", "x"));
    refused(Why.WORDS_MISSING, () -> selections.decide(campaign, TEACHER, "t2", true, "b", " "));
    refused(Why.UNKNOWN, () -> selections.decide(campaign, TEACHER, "nobody", true, "b", "x"));
    assertThat(codes(honour(TEACHER).computed())).containsExactly("t1");
    assertThat(codes(honour(TEACHER).decided())).containsExactly("t3");
    selections.undecide(campaign, TEACHER, "t1", "bureau");
    assertThat(codes(honour(TEACHER).decided())).containsExactly("t1", "t3");
    assertThat(selections.events(campaign))
        .extracting(SelectionEvent::what)
        .containsExactly(What.DECISION_UNDONE, What.TAKEN_IN, What.TAKEN_OUT, What.SCHEME);
  }

  @ParameterizedTest
  @EnumSource
  void whoWasTakenInStaysInWhenSchoolsGetFewerPlaces(TestDatabase kind) {
    start(kind);
    close();
    selections.scheme(campaign, TEACHER, Scheme.of(1), "bureau", "一个名额");
    selections.decide(campaign, TEACHER, "t2", true, "bureau", "应用效果好");
    selections.scheme(campaign, TEACHER, new Scheme(2, 1, 0, 0, 0, 0), "bureau", "每校一名");
    assertThat(codes(honour(TEACHER).computed())).containsExactly("t1", "t3");
    assertThat(codes(honour(TEACHER).decided())).containsExactly("t1", "t2", "t3");
  }

  @ParameterizedTest
  @EnumSource
  void nothingHoldsBeforeASecondOfficerConfirmed(TestDatabase kind) {
    start(kind);
    refused(Why.NOT_CLOSED, () -> selections.submit(campaign, 0, "bureau"));
    close();
    selections.scheme(campaign, TEACHER, Scheme.of(1), "bureau", "一个名额");
    refused(Why.CHANGED, () -> selections.submit(campaign, 0, "bureau"));
    selections.submit(campaign, 1, "bureau");
    refused(
        Why.OTHER_STATE, () -> selections.decide(campaign, TEACHER, "t1", false, "bureau", "x"));
    refused(Why.SAME_OFFICER, () -> selections.confirm(campaign, 2, "bureau"));
    assertThat(selections.confirmed(campaign)).isEmpty();
    selections.confirm(campaign, 2, "bureau2");
    Confirmed confirmed = selections.confirmed(campaign).orElseThrow();
    assertThat(confirmed.honours())
        .filteredOn(h -> h.code().equals(TEACHER))
        .singleElement()
        .satisfies(
            h -> assertThat(h.winners()).extracting(HonourList.Winner::code).containsExactly("t1"));
    refused(Why.OTHER_STATE, () -> selections.confirm(campaign, 3, "bureau2"));
    selections.reopen(campaign, "bureau", "异议成立");
    assertThat(selections.confirmed(campaign)).isEmpty();
    assertThat(selections.of(campaign).state()).isEqualTo(State.DECIDING);
    assertThat(selections.confirmations(campaign)).containsExactly(confirmed);
  }

  @ParameterizedTest
  @EnumSource
  void aSubmissionOfAnOlderSnapshotIsNotConfirmed(TestDatabase kind) {
    start(kind);
    close();
    selections.submit(campaign, 0, "bureau");
    engine.engine.results().correct(engine.engine.campaigns(), campaign.code(), "bureau", "名册更正");
    refused(Why.OTHER_SNAPSHOT, () -> selections.confirm(campaign, 1, "bureau2"));
    selections.giveBack(campaign, "bureau2", "数据已更正，请重新核对");
    assertThat(selections.of(campaign).state()).isEqualTo(State.DECIDING);
  }

  @ParameterizedTest
  @EnumSource
  void reviewersMarksStandBesideTheNumbers(TestDatabase kind) {
    start(kind);
    close();
    selections.review(campaign, SCHOOL, "s1", "bureau", 4, "空间有特色");
    selections.review(campaign, SCHOOL, "s1", "bureau", 5, "再看更好");
    selections.review(campaign, SCHOOL, "s1", "bureau2", 2, "");
    Marks marks = honour(SCHOOL).row("s1").orElseThrow().marks();
    assertThat(marks.mean().text()).isEqualTo("3.50");
    assertThat(marks.spread()).isEqualTo(3);
    assertThat(marks.reviews()).hasSize(2);
    refused(Why.MARK, () -> selections.review(campaign, SCHOOL, "s1", "bureau", 6, ""));
    refused(
        Why.MARK,
        () -> selections.review(campaign, "outstanding-central-school", "c", "bureau", 3, ""));
  }

  @ParameterizedTest
  @EnumSource
  void anotherSchemeCanBeTriedWithoutChangingAnything(TestDatabase kind) {
    start(kind);
    close();
    HonourSelection tried =
        selections
            .board(campaign, TEACHER, Map.of(TEACHER, new Scheme(2, 1, 0, 0, 0, 0)))
            .orElseThrow();
    assertThat(codes(tried.computed())).containsExactly("t1", "t3");
    assertThat(tried.bySchool()).extracting(Share::places).containsExactly(1L, 1L);
    assertThat(tried.concentration(1).percent()).isEqualTo("50.0");
    assertThat(honour(TEACHER).computed()).isEmpty();
    assertThat(selections.events(campaign)).isEmpty();
  }
}
