package cloud.laurel.showcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.input.TestFiles;
import cloud.laurel.input.Upload;
import cloud.laurel.notice.Notice;
import cloud.laurel.plugin.Problem;
import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.showcase.ShowcaseEvent.What;
import cloud.laurel.showcase.ShowcaseRefused.Why;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A school's case on its way from the first word to everybody, and back. */
class ShowcaseServiceTest {

  private static final ShowcaseDraft EMPTY = new ShowcaseDraft("", "", "", "", List.of());

  private TestEngine engine;
  private Campaign campaign;
  private ShowcaseService showcases;
  private PublishingService publishing;
  private int slips;

  private void start(TestDatabase kind) {
    engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .administrators("s1", "a", "b")
                    .teachers("s1", "t")
                    .administrators("s2", "x"),
                "2020-09-01");
    campaign = engine.campaign();
    showcases = engine.engine.showcases();
    publishing = engine.engine.publishing();
  }

  private static ShowcaseDraft draft(String title, String... links) {
    return new ShowcaseDraft("teaching", title, "一句话", "第一段\r\n第二段", List.of(links));
  }

  private ShowcaseChange change(int version, ShowcaseDraft draft, Upload... pictures) {
    return new ShowcaseChange(
        "slip-" + slips++, version, draft, List.of(pictures), Map.of(), Set.of());
  }

  private long submitted(String school, String title) {
    long id = showcases.begin(campaign, school, "a", change(0, draft(title)));
    showcases.submit(campaign, school, "a", id, 1, true);
    return id;
  }

  private long published(String school, String title) {
    long id = submitted(school, title);
    publishing.publish(campaign, "bureau", id, 2, "");
    return id;
  }

  private Showcase of(long id) {
    return showcases.find(id).orElseThrow();
  }

  private List<String> found(ShowcaseFilter filter) {
    return showcases.list(filter, 0, 20).rows().stream().map(ShowcasePage.Row::title).toList();
  }

  private static void refused(Why why, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(ShowcaseRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private static void wrong(List<String> fields, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactlyElementsOf(fields));
  }

  @ParameterizedTest
  @EnumSource
  void aCaseGoesFromDraftOverAReturnToEverybodyAndBack(TestDatabase kind) {
    start(kind);
    long id = showcases.begin(campaign, "s1", "a", change(0, EMPTY));
    assertThat(of(id).state()).isEqualTo(State.DRAFT);
    showcases.save(campaign, "s1", "b", id, change(1, draft("云端备课", "https://example.com/a")));
    showcases.submit(campaign, "s1", "a", id, 2, true);
    assertThat(of(id).content().body()).isEqualTo("第一段\n第二段");
    assertThat(of(id).content().links()).containsExactly("https://example.com/a");
    assertThat(of(id).submittedAt()).contains(engine.clock.instant());
    publishing.giveBack(campaign, "bureau", id, 3, "请补充成效");
    showcases.submit(campaign, "s1", "a", id, 4, true);
    assertThat(showcases.published(id)).isEmpty();
    publishing.publish(campaign, "bureau", id, 5, "");
    assertThat(showcases.published(id)).isPresent();
    showcases.askWithdrawal(campaign, "s1", "a", id, 6, "内容有误");
    assertThat(of(id).withdrawalAsked()).isTrue();
    assertThat(showcases.published(id)).isPresent();
    publishing.withdraw(campaign, "bureau", id, 7, "应学校要求");
    assertThat(showcases.published(id)).isEmpty();
    assertThat(of(id).withdrawalAsked()).isFalse();
    assertThat(showcases.history(of(id)))
        .extracting(ShowcaseEvent::what, ShowcaseEvent::bureau, ShowcaseEvent::words)
        .containsExactly(
            tuple(What.SAVED, false, ""),
            tuple(What.SAVED, false, ""),
            tuple(What.CONSENT_DECLARED, false, ""),
            tuple(What.SUBMITTED, false, ""),
            tuple(What.RETURNED, true, "请补充成效"),
            tuple(What.CONSENT_DECLARED, false, ""),
            tuple(What.SUBMITTED, false, ""),
            tuple(What.PUBLISHED, true, ""),
            tuple(What.WITHDRAWAL_ASKED, false, "内容有误"),
            tuple(What.WITHDRAWN, true, "应学校要求"));
    for (String account : List.of("a", "b")) {
      assertThat(engine.engine.notices().list(account, 0, 10).notices())
          .extracting(Notice::key)
          .containsExactly(
              "notice.showcase.withdrawn", "notice.showcase.published", "notice.showcase.returned");
    }
    assertThat(engine.engine.notices().unread("t")).isZero();
    assertThat(engine.engine.notices().unread("x")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nobodySubmitsWithoutConsentOrWithWordsMissing(TestDatabase kind) {
    start(kind);
    long id =
        showcases.begin(
            campaign, "s1", "a", change(0, EMPTY, new Upload("a.png", TestFiles.png())));
    long picture = showcases.pictures(of(id)).get(0).id();
    wrong(
        List.of("title", "theme", "summary", "body", "alt-" + picture, "consent"),
        () -> showcases.submit(campaign, "s1", "a", id, 1, false));
    ShowcaseChange mended =
        new ShowcaseChange("", 1, draft("题"), List.of(), Map.of(picture, " 一张图 "), Set.of());
    showcases.save(campaign, "s1", "a", id, mended);
    assertThat(showcases.pictures(of(id))).extracting(Picture::alt).containsExactly("一张图");
    wrong(List.of("consent"), () -> showcases.submit(campaign, "s1", "a", id, 2, false));
    showcases.submit(campaign, "s1", "a", id, 2, true);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrongWithWordsIsSaidAtOnce(TestDatabase kind) {
    start(kind);
    wrong(
        List.of("links-0", "links-1", "links-2", "links-3", "links-4", "theme", "title"),
        () ->
            showcases.begin(
                campaign,
                "s1",
                "a",
                change(
                    0,
                    new ShowcaseDraft(
                        "other",
                        "长".repeat(61),
                        "",
                        "",
                        List.of(
                            "http://example.com",
                            "javascript:alert(1)",
                            "https://name:word@example.com/",
                            "https://localhost/",
                            "https://a b.com/")))));
    wrong(
        List.of("links-0"),
        () ->
            showcases.begin(
                campaign,
                "s1",
                "a",
                change(
                    0,
                    draft("题", Collections.nCopies(6, "https://a.cn/").toArray(String[]::new)))));
  }

  @ParameterizedTest
  @EnumSource
  void aFormThatIsSentTwiceBeginsOneCase(TestDatabase kind) {
    start(kind);
    ShowcaseChange form = change(0, draft("一次"));
    long id = showcases.begin(campaign, "s1", "a", form);
    assertThat(showcases.begin(campaign, "s1", "a", form)).isEqualTo(id);
    refused(Why.UNKNOWN, () -> showcases.begin(campaign, "s2", "x", form));
    assertThat(showcases.ofSchool("s1")).hasSize(1);
    assertThat(of(id).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsLateOrWrongChangesNothing(TestDatabase kind) {
    start(kind);
    long id = showcases.begin(campaign, "s1", "a", change(0, draft("一")));
    refused(Why.UNKNOWN, () -> showcases.save(campaign, "s2", "x", id, change(1, draft("二"))));
    refused(Why.UNKNOWN, () -> showcases.submit(campaign, "s2", "x", id, 1, true));
    refused(Why.CHANGED, () -> showcases.save(campaign, "s1", "b", id, change(0, draft("二"))));
    refused(Why.OTHER_STATE, () -> publishing.publish(campaign, "bureau", id, 1, ""));
    showcases.submit(campaign, "s1", "a", id, 1, true);
    refused(Why.OTHER_STATE, () -> showcases.submit(campaign, "s1", "a", id, 2, true));
    refused(Why.OTHER_STATE, () -> showcases.save(campaign, "s1", "a", id, change(2, draft("二"))));
    refused(Why.CHANGED, () -> publishing.publish(campaign, "bureau", id, 1, ""));
    refused(Why.WORDS_MISSING, () -> publishing.giveBack(campaign, "bureau", id, 2, " "));
    refused(Why.OTHER_STATE, () -> publishing.withdraw(campaign, "bureau", id, 2, "x"));
    refused(Why.OTHER_STATE, () -> showcases.askWithdrawal(campaign, "s1", "a", id, 2, "x"));
    publishing.publish(campaign, "bureau", id, 2, "");
    refused(Why.OTHER_STATE, () -> publishing.publish(campaign, "bureau", id, 3, ""));
    showcases.askWithdrawal(campaign, "s1", "a", id, 3, "x");
    refused(Why.OTHER_STATE, () -> showcases.askWithdrawal(campaign, "s1", "a", id, 4, "x"));
    assertThat(of(id).content().title()).isEqualTo("一");
  }

  @ParameterizedTest
  @EnumSource
  void casesComeAfterTheScoringToo(TestDatabase kind) {
    start(kind);
    engine.engine.campaigns().close(campaign.code(), "", "");
    campaign = engine.engine.campaigns().publish(campaign.code(), "");
    long id = published("s1", "赛后");
    campaign = engine.engine.campaigns().archive(campaign.code(), "");
    refused(Why.NOT_OPEN, () -> showcases.begin(campaign, "s1", "a", change(0, EMPTY)));
    assertThat(showcases.published(id)).isPresent();
    publishing.withdraw(campaign, "bureau", id, 3, "过期");
    assertThat(showcases.published(id)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void picturesAreKeptInOrderAndTakenAway(TestDatabase kind) {
    start(kind);
    Upload png = new Upload("一.png", TestFiles.png());
    Upload jpeg = new Upload("二.jpg", TestFiles.jpeg());
    long id = showcases.begin(campaign, "s1", "a", change(0, draft("图"), png, jpeg));
    List<Picture> pictures = showcases.pictures(of(id));
    assertThat(pictures).extracting(p -> p.type().name()).containsExactly("PNG", "JPEG");
    long first = pictures.get(0).id();
    Picture.Content content = showcases.picture(first, false).orElseThrow();
    assertThat(content.bytes()).hasSize(pictures.get(0).size());
    assertThat(content.published()).isFalse();
    assertThat(content.school()).isEqualTo("s1");
    assertThat(showcases.picture(first, true)).isPresent();
    Upload[] eight = Collections.nCopies(8, png).toArray(Upload[]::new);
    refused(
        Why.TOO_MANY_PICTURES,
        () -> showcases.save(campaign, "s1", "a", id, change(1, draft("图"), eight)));
    showcases.save(
        campaign,
        "s1",
        "a",
        id,
        new ShowcaseChange("", 1, draft("图"), List.of(eight), Map.of(), Set.of(first)));
    assertThat(showcases.pictures(of(id))).hasSize(9);
    assertThat(showcases.picture(first, false)).isEmpty();
    assertThat(showcases.history(of(id)))
        .extracting(ShowcaseEvent::what)
        .contains(What.PICTURE_ADDED, What.PICTURE_REMOVED);
  }

  @ParameterizedTest
  @EnumSource
  void everybodyFindsWhatIsPublishedAndNothingElse(TestDatabase kind) {
    start(kind);
    published("s1", "Cloud 备课");
    published("s2", "100%_参与");
    submitted("s1", "等待中");
    showcases.begin(campaign, "s1", "a", change(0, draft("草稿")));
    ShowcaseFilter all = ShowcaseFilter.published();
    assertThat(found(all)).containsExactly("100%_参与", "Cloud 备课");
    assertThat(found(all.only("", "", "cLOUD 第二段"))).containsExactly("Cloud 备课");
    assertThat(found(all.only("", "", "0%_"))).containsExactly("100%_参与");
    assertThat(found(all.only("", "", "%"))).containsExactly("100%_参与");
    assertThat(found(all.only("", "", "草稿"))).isEmpty();
    assertThat(found(all.only("", "s2", ""))).containsExactly("100%_参与");
    assertThat(found(all.only("", "School s", "school"))).hasSize(2);
    assertThat(found(all.only("family", "", ""))).isEmpty();
    assertThat(found(all.only("teaching", "", "'; DROP TABLE showcase"))).isEmpty();
    assertThat(found(all.in(Optional.of(campaign.id())))).hasSize(2);
    assertThat(found(all.in(Optional.of(-1)))).isEmpty();
    assertThat(showcases.publishedCampaigns()).containsExactly(campaign.id());
    assertThat(found(ShowcaseFilter.of(Set.of()).onlyWaiting())).containsExactly("等待中");
    assertThat(found(ShowcaseFilter.of(Set.of()))).hasSize(4).first().isEqualTo("等待中");
    assertThat(showcases.themes()).startsWith("teaching", "research").hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void aSchoolHasOnlySoManyCases(TestDatabase kind) {
    start(kind);
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < ShowcaseService.MAX_CASES; i++) {
      ids.add(showcases.begin(campaign, "s1", "a", change(0, EMPTY)));
    }
    refused(Why.TOO_MANY_CASES, () -> showcases.begin(campaign, "s1", "a", change(0, EMPTY)));
    assertThat(showcases.ofSchool("s1")).extracting(ShowcasePage.Row::id).hasSameElementsAs(ids);
  }
}
