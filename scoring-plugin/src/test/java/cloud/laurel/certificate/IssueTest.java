package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.HONOUR;
import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static cloud.laurel.certificate.CertificateFixture.TERMS;
import static cloud.laurel.certificate.CertificateFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.Batch.State;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.certificate.NameFinding.Kind;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.StatementCount;
import cloud.laurel.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issuing: numbers, printing, and what happens when it is interrupted. */
class IssueTest {

  @ParameterizedTest
  @EnumSource
  void publishedWinnersGetOneCertificateEach(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind).published();
    assertThat(f.services.issue().report(f.now(), HONOUR, TERMS))
        .hasSize(3)
        .allMatch(IssueLine::isNew);
    IssueService.Ordered ordered =
        f.services.issue().issuePublished(f.now(), HONOUR, TERMS, OFFICER);
    assertThat(f.services.batches().find(ordered.batch()).orElseThrow().waiting()).isEqualTo(3);
    f.print();
    Batch done = f.services.batches().find(ordered.batch()).orElseThrow();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.percent()).isEqualTo(100);
    assertThat(ordered.lines())
        .extracting(line -> line.current().orElseThrow().series())
        .containsExactly("LR-2021-12-T-0001", "LR-2021-12-T-0002", "LR-2021-12-T-0003");
    assertThat(f.services.issue().report(f.now(), HONOUR, TERMS))
        .allMatch(line -> line.current().isPresent());
    assertRefused(
        Why.NOBODY, () -> f.services.issue().issuePublished(f.now(), HONOUR, TERMS, OFFICER));
    Certificate one = f.one(ordered.lines().get(0));
    assertThat(one.account()).isEqualTo("t1");
    assertThat(one.hash()).matches("[0-9a-f]{64}");
    assertThat(f.services.lookup().ofAccount("t1")).containsExactly(one);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsIssuedBeforeTheHonoursArePublished(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    assertRefused(
        Why.NOT_PUBLISHED,
        () -> f.services.issue().issuePublished(f.now(), HONOUR, TERMS, OFFICER));
    f.published();
    f.test.engine.selections().reopen(f.now(), OFFICER, "mistake");
    assertRefused(Why.NOT_PUBLISHED, () -> f.services.issue().report(f.now(), HONOUR, TERMS));
  }

  @ParameterizedTest
  @EnumSource
  void officersWhoClickAtOnceIssueOneCertificateEach(TestDatabase kind) throws Exception {
    CertificateFixture f = new CertificateFixture(kind).published();
    ExecutorService officers = Executors.newFixedThreadPool(4);
    try {
      Callable<String> click =
          () -> {
            try {
              f.services.issue().issuePublished(f.now(), HONOUR, TERMS, OFFICER);
              return "ORDERED";
            } catch (CertificateRefused e) {
              return e.why().name();
            }
          };
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : officers.invokeAll(List.of(click, click, click, click))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce("ORDERED");
      Callable<Boolean> print = f.services.printer()::work;
      officers.invokeAll(List.of(print, print, print, print)).forEach(CertificateFixture::joined);
    } finally {
      officers.shutdown();
    }
    f.print();
    assertThat(f.services.register().page(f.now(), RegisterFilter.ALL, 0, 20).rows())
        .extracting(Certificate::account)
        .containsExactlyInAnyOrder("t1", "t2", "t3");
    assertThat(f.press.made).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void whatDiesInTheMiddleIsPrintedUnderTheSameNumber(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueService.Ordered ordered = f.order("s1", "甲一", "甲二");
    List<IssueLine> lines = ordered.lines();
    // somebody claims both and is never heard of again
    Instant now = f.test.clock.instant();
    List<CertificateRepository.Claimed> claimed =
        f.test
            .engine
            .database()
            .inTransaction(
                tx ->
                    new CertificateRepository()
                        .claim(
                            tx, List.of(ordered.batch()), 4, now, now.plus(Duration.ofMinutes(1))));
    assertThat(claimed).hasSize(2);
    f.print();
    assertThat(f.seen(lines.get(0))).isEmpty();
    f.test.clock.set("2021-07-12T04:02:00Z");
    f.print();
    assertThat(f.seen(lines.get(0))).map(Certificate::isValid).contains(true);
    assertThat(f.services.register().series(f.now()))
        .containsExactly(new Series("LR-2021-12-T", 2, 2, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void stoppedOrderGoesOnOrIsGivenUpWithEveryNumberExplained(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueService.Ordered ordered = f.order("s1", "甲一", "甲二", "甲三");
    f.services.batches().stop(ordered.batch(), OFFICER);
    f.print();
    assertThat(f.press.made).isEmpty();
    f.services.batches().resume(ordered.batch(), OFFICER);
    f.press.fails = "甲三";
    f.print();
    Batch stuck = f.services.batches().find(ordered.batch()).orElseThrow();
    assertThat(stuck.state()).isEqualTo(State.STOPPED);
    assertThat(stuck.done()).isEqualTo(2);
    assertThat(stuck.failed()).isEqualTo(1);
    assertRefused(Why.OTHER_STATE, () -> f.services.batches().stop(ordered.batch(), OFFICER));
    assertRefused(
        Why.REASON_MISSING, () -> f.services.batches().discard(ordered.batch(), OFFICER, " "));
    f.services.batches().discard(ordered.batch(), OFFICER, "wrong list");
    Certificate voided = f.one(ordered.lines().get(2));
    assertThat(voided.state()).isEqualTo(Certificate.State.VOID);
    assertThat(voided.change().orElseThrow().reason()).isEqualTo("wrong list");
    assertThat(f.seen(ordered.lines().get(2))).isEmpty();
    assertThat(f.services.register().series(f.now()))
        .containsExactly(new Series("LR-2021-12-T", 3, 2, 0, 1))
        .allMatch(series -> series.unexplained() == 0);
    f.press.fails = "";
    assertThat(f.issue("s1", "甲三").get(0).current().orElseThrow().series())
        .isEqualTo("LR-2021-12-T-0004");
    Batch over = f.services.batches().find(ordered.batch()).orElseThrow();
    assertThat(f.services.batches().events(over))
        .extracting(CertificateEvent::kind)
        .containsExactly(
            CertificateEvent.Kind.DISCARDED,
            CertificateEvent.Kind.RESUMED,
            CertificateEvent.Kind.STOPPED,
            CertificateEvent.Kind.ORDERED);
  }

  @ParameterizedTest
  @EnumSource
  void repeatedRecipientsGetTheNumbersTheyHave(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> first = f.issue("s1", "甲一", "甲二");
    List<IssueLine> again = f.issue("School s1", "甲二", "甲 一", "甲三");
    assertThat(again.get(0).current()).isEqualTo(first.get(1).current());
    assertThat(again.get(1).current()).isEqualTo(first.get(0).current());
    assertThat(f.press.made).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void recipientsWithAProblemGetNoneAndTheOthersDo(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<Recipient> recipients =
        List.of(
            new Recipient("Given t1Family", "s2", "t1"),
            new Recipient("无校", "no such school", ""),
            new Recipient("无号", "s1", "t99"),
            new Recipient("雪☃", "s1", ""),
            new Recipient("重名", "s1", ""),
            new Recipient("重名", "School s1", ""),
            new Recipient("乙一", "s2", "t3"));
    List<IssueLine> lines =
        f.services.issue().issue(f.campaign, HONOUR, TERMS, recipients, OFFICER).lines();
    assertThat(lines.get(0).findings()).extracting(NameFinding::kind).contains(Kind.ROSTER_SCHOOL);
    assertThat(kinds(lines, 1)).containsExactly(Kind.SCHOOL_UNKNOWN);
    assertThat(kinds(lines, 2)).containsExactly(Kind.ACCOUNT_UNKNOWN);
    assertThat(kinds(lines, 3)).containsExactly(Kind.UNPRINTABLE);
    assertThat(kinds(lines, 4)).isEmpty();
    assertThat(kinds(lines, 5)).containsExactly(Kind.TWICE);
    assertThat(kinds(lines, 6)).containsExactly(Kind.ROSTER_NAME);
    assertThat(lines)
        .extracting(line -> line.current().map(CertificateNumber::series).orElse(""))
        .containsExactly(
            "LR-2021-12-T-0001", "", "", "", "LR-2021-12-T-0002", "", "LR-2021-12-T-0003");
  }

  private static List<Kind> kinds(List<IssueLine> lines, int at) {
    return lines.get(at).findings().stream().map(NameFinding::kind).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPrintedStaysWhateverIsRenamedLater(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    Certificate before = f.one(line);
    byte[] file = f.services.lookup().pdf(before);
    f.test
        .engine
        .database()
        .useTransaction(
            tx -> {
              tx.execute("UPDATE school SET name = 'Other name'");
              tx.execute("UPDATE person SET name = 'Other'");
            });
    assertThat(f.one(line)).isEqualTo(before);
    assertThat(f.services.lookup().pdf(f.one(line))).isEqualTo(file);
  }

  @ParameterizedTest
  @EnumSource
  void manyRecipientsOfManySchoolsNeedFewStatements(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    TestRoster roster = new TestRoster();
    List<Recipient> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      roster.school("m" + i);
      many.add(new Recipient("甲" + Character.toString('一' + i), "School m" + i, ""));
    }
    f.test.roster(roster.teachers("m0", "t4"), "2020-09-01");
    StatementCount.begin();
    List<IssueLine> lines =
        f.services.issue().issue(f.campaign, HONOUR, TERMS, many, OFFICER).lines();
    assertThat(StatementCount.end()).isLessThanOrEqualTo(20);
    assertThat(lines).hasSize(40).allMatch(line -> line.current().isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void singleOneDoesNotWaitForALongOrder(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    f.order("s1", "甲一", "甲二", "甲三", "甲四", "甲五", "甲六");
    List<IssueLine> single = f.order("s1", "乙一").lines();
    f.services.printer().work();
    assertThat(f.seen(single.get(0))).map(Certificate::isValid).contains(true);
  }

  @ParameterizedTest
  @EnumSource
  void schoolThatIsRenamedGetsNoSecondOne(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> first = school(f, "School s1");
    assertThat(first.get(0).findings()).isEmpty();
    f.test
        .engine
        .database()
        .useTransaction(tx -> tx.execute("UPDATE school SET name = 'Other' WHERE code = 's1'"));
    List<IssueLine> again = school(f, "School s1");
    assertThat(again.get(0).current()).isEqualTo(first.get(0).current());
    assertThat(kinds(again, 0)).containsExactly(Kind.SCHOOL_NAME);
    assertThat(f.services.register().page(f.campaign, RegisterFilter.ALL, 0, 9).total())
        .isEqualTo(1);
  }

  private static List<IssueLine> school(CertificateFixture f, String name) {
    return f.services
        .issue()
        .issue(
            f.campaign,
            "outstanding-school",
            TERMS,
            List.of(new Recipient(name, "s1", "")),
            OFFICER)
        .lines();
  }

  @ParameterizedTest
  @EnumSource
  void wrongTermsAreRefusedWithTheirField(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<Recipient> one = List.of(new Recipient("甲一", "s1", ""));
    IssueService issue = f.services.issue();
    Design design = TERMS.design();
    LocalDate day = TERMS.issuedOn();
    assertRefused(
        Why.DATE_RANGE,
        () ->
            issue.issue(
                f.campaign, HONOUR, new Terms(day.plusDays(1), "", "局", "", design), one, OFFICER));
    assertRefused(
        Why.ISSUER_MISSING,
        () -> issue.issue(f.campaign, HONOUR, new Terms(day, "", " ", "", design), one, OFFICER));
    assertRefused(
        Why.UNPRINTABLE,
        () -> issue.issue(f.campaign, HONOUR, new Terms(day, "", "局☃", "", design), one, OFFICER));
    assertRefused(Why.HONOUR_UNKNOWN, () -> issue.issue(f.campaign, "no", TERMS, one, OFFICER));
    assertRefused(Why.NOBODY, () -> issue.issue(f.campaign, HONOUR, TERMS, List.of(), OFFICER));
    f.press.obstacle = Optional.of("no key");
    assertRefused(Why.NO_PRESS, () -> issue.issue(f.campaign, HONOUR, TERMS, one, OFFICER));
    assertThat(f.services.register().page(f.campaign, RegisterFilter.ALL, 0, 9).total()).isZero();
  }
}
