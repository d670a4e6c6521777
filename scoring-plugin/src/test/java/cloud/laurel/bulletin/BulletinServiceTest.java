package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.bulletin.BulletinRefused.Why;
import cloud.laurel.bulletin.Finding.Kind;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.store.Sha256;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bulletin's way from its composed text to its release. */
class BulletinServiceTest {

  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.parse("2021-07-12"));
  private static final String NUMBER = "石教〔2021〕12号";

  private final TestRoster roster =
      new TestRoster()
          .school("s1")
          .school("s2")
          .administrators("s1", "boss")
          .teachers("s1", "a")
          .unregistered("s1", "b")
          .pupils("s1", 3, "p1", "p2", "p3")
          .teachers("s2", "x");

  private TestEngine engine;
  private BulletinService bulletins;
  private Campaign campaign;

  private void running(TestDatabase kind) {
    engine = new TestEngine(kind, "2021-01-20T00:00:10Z").roster(roster, "2020-09-01");
    campaign = engine.campaign();
    engine.accept(engine.action("grade.created", "boss", "2021-01-10T02:00:00Z")).settle();
    bulletins = engine.engine.bulletins();
  }

  private void closed(TestDatabase kind) {
    running(kind);
    campaign = engine.engine.campaigns().close(campaign.code(), "officer", "over");
  }

  private Content composed() {
    return bulletins.newest(campaign, bulletins.basis(campaign)).content();
  }

  /** Without lists of honours and boards that are empty, as nobody has confirmed any. */
  private Content plain() {
    Content content = composed();
    return content.with(
        content.parts().stream()
            .filter(p -> !p.kind().isCounted() || p.code().equals("BUILDING"))
            .toList());
  }

  private static List<Kind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).distinct().toList();
  }

  @ParameterizedTest
  @EnumSource
  void aNewBulletinIsComposedReadyWithItsFiguresByName(TestDatabase kind) {
    running(kind);
    Version version = bulletins.newest(campaign, bulletins.basis(campaign));
    assertThat(version.number()).isZero();
    assertThat(version.content().issuer()).isEqualTo("石首市教育局");
    assertThat(version.content().title()).startsWith("石首市教育局关于2020—2021学年度").endsWith("情况的通报");
    Part facts =
        version.content().parts().stream()
            .filter(p -> p.kind() == Part.Kind.FACTS)
            .findFirst()
            .orElseThrow();
    assertThat(facts.text()).contains("{teachersEligible}").doesNotContainPattern("\\d[个所%]");
    assertThat(new FigureRule(version.basis().figures()).printed(facts))
        .contains("中小学共2所", "应注册教师空间3个，实际注册2个，注册率为66.6%");
    assertThat(version.content().parts())
        .filteredOn(p -> p.kind() == Part.Kind.HONOURS)
        .extracting(Part::code)
        .containsExactly(
            "outstanding-school",
            "outstanding-central-school",
            "outstanding-administrator",
            "outstanding-teacher");
    assertThat(version.basis().board("BUILDING", 10)).containsExactly("School s1");
    assertThat(kinds(bulletins.check(version, version.basis())))
        .contains(Kind.NOT_CLOSED, Kind.HONOURS_OPEN, Kind.NUMBER_MISSING, Kind.DATE_MISSING);
  }

  @ParameterizedTest
  @EnumSource
  void eachSaveIsAVersionAndAStaleOneIsRefused(TestDatabase kind) {
    closed(kind);
    Version first = bulletins.save(campaign, 0, plain(), " first ", "one");
    Version second = bulletins.save(campaign, 1, first.content(), "", "two");
    assertThat(bulletins.versions(campaign))
        .extracting(Version.Saved::number, Version.Saved::savedBy, Version.Saved::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "two", ""),
            org.assertj.core.groups.Tuple.tuple(1, "one", "first"));
    assertThat(bulletins.version(campaign, 2)).contains(second);
    assertThat(bulletins.newest(campaign, first.basis())).isEqualTo(second);
    assertThatThrownBy(() -> bulletins.save(campaign, 1, first.content(), "", "one"))
        .isInstanceOfSatisfying(
            BulletinRefused.class, e -> assertThat(e.why()).isEqualTo(Why.CHANGED));
    List<Part> parts = new ArrayList<>(first.content().parts());
    parts.add(new Part(Part.Kind.TEXT, "", "共{nobody}所", "", 0, false));
    assertThatThrownBy(() -> bulletins.save(campaign, 2, first.content().with(parts), "", "one"))
        .isInstanceOfSatisfying(
            BulletinRefused.class,
            e ->
                assertThat(e.findings())
                    .containsExactly(
                        Finding.in(parts.size() - 1, Kind.UNKNOWN_FIGURE, "nobody", "2")));
    assertThat(bulletins.versions(campaign)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void oneOfficerSubmitsAndAnotherOneReleases(TestDatabase kind) {
    closed(kind);
    Version version = bulletins.save(campaign, 0, plain(), "", "one");
    refused(Why.OTHER_STATE, () -> release(1, "two", true));
    bulletins.submit(campaign, 1, "one");
    refused(Why.OTHER_STATE, () -> bulletins.submit(campaign, 1, "one"));
    refused(Why.SAME_OFFICER, () -> release(1, "one", true));
    refused(Why.WORDS_MISSING, () -> bulletins.sendBack(campaign, 1, "two", " "));
    bulletins.sendBack(campaign, 1, "two", "once more");
    refused(Why.OTHER_STATE, () -> release(1, "two", true));
    bulletins.submit(campaign, 1, "one");
    assertThatThrownBy(
            () -> bulletins.release(campaign, 1, "石教(2021)012号", Optional.empty(), true, "two"))
        .isInstanceOfSatisfying(
            BulletinRefused.class,
            e ->
                assertThat(kinds(e.findings()))
                    .containsExactly(Kind.NUMBER_FORM, Kind.DATE_MISSING));
    Release release = release(1, "two", true);
    assertThat(release.content()).isEqualTo(version.content().issued(NUMBER, DAY));
    assertThat(release.submittedBy() + release.releasedBy()).isEqualTo("onetwo");
    assertThat(release.hash())
        .isEqualTo(
            Sha256.hex(
                BulletinJson.write(release.content())
                    + "\n"
                    + BulletinJson.write(release.basis())));
    assertThat(bulletins.releases(campaign)).containsExactly(release);
    refused(Why.OTHER_STATE, () -> bulletins.submit(campaign, 1, "one"));
    assertThat(bulletins.steps(campaign))
        .extracting(Step::kind)
        .containsExactly(
            Step.Kind.RELEASED, Step.Kind.SUBMITTED, Step.Kind.RETURNED, Step.Kind.SUBMITTED);
  }

  private Release release(int version, String by, boolean meant) {
    return bulletins.release(campaign, version, NUMBER, DAY, meant, by);
  }

  private static void refused(Why why, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(BulletinRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @ParameterizedTest
  @EnumSource
  void aNewerSnapshotNamesWhatChangedAndLeavesTheReleasedOneAsItWas(TestDatabase kind) {
    closed(kind);
    bulletins.save(campaign, 0, plain(), "", "one");
    bulletins.submit(campaign, 1, "one");
    Release before = release(1, "two", true);
    engine.roster(new TestRoster().school("s2").teachers("s2", "x", "y"), "2021-01-01");
    engine.settle();
    Snapshot corrected =
        engine
            .engine
            .results()
            .correct(engine.engine.campaigns(), campaign.code(), "one", "a teacher was missing");
    Basis newest = bulletins.basis(campaign);
    assertThat(newest.snapshot().map(Basis.Frozen::hash)).contains(corrected.hash());
    Version version = bulletins.newest(campaign, newest);
    assertThat(bulletins.check(version, newest))
        .contains(
            Finding.whole(Kind.OTHER_SNAPSHOT),
            Finding.whole(Kind.FIGURE_CHANGED, "teachersEligible", "3", "4"));
    assertThat(bulletins.releases(campaign)).containsExactly(before);

    bulletins.save(campaign, 1, version.content(), "new figures", "one");
    bulletins.submit(campaign, 2, "two");
    Release after = release(2, "one", true);
    assertThat(after.number()).isEqualTo(2);
    assertThat(bulletins.releases(campaign)).containsExactly(after, before);
    assertThat(before.basis().figures()).containsEntry("teachersEligible", "3");
    assertThat(after.basis().figures()).containsEntry("teachersEligible", "4");
  }
}
