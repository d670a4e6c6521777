package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.selection.Scheme;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The notice's campaign with three teachers of two schools, and a press that prints words. It is
 * noon of Monday, 12 July 2021, in Shanghai.
 */
final class CertificateFixture {

  static final String OFFICER = "bureau";
  static final String HONOUR = "outstanding-teacher";
  static final Terms TERMS =
      new Terms(
          LocalDate.parse("2021-07-12"),
          "石教〔2021〕12号",
          "石首市教育局",
          "成绩突出",
          new Design(1, OptionalLong.empty()));

  final TestPress press = new TestPress();
  final TestEngine test;
  final CertificateServices services;
  final Campaign campaign;

  CertificateFixture(TestDatabase kind) {
    test = new TestEngine(kind.fresh(), "2021-07-12T04:00:00Z", press);
    services = test.engine.certificates();
    test.roster(
        new TestRoster().school("s1").school("s2").teachers("s1", "t1", "t2").teachers("s2", "t3"),
        "2020-09-01");
    campaign = test.campaign();
  }

  /** Has the three teachers honoured and published. */
  CertificateFixture published() {
    for (String teacher : List.of("t1", "t2", "t3")) {
      test.accept(test.action("lesson.prepared", teacher, "2021-03-01T10:00:00+08:00"));
    }
    test.settle();
    test.engine.campaigns().close(campaign.code(), OFFICER, "");
    var selections = test.engine.selections();
    selections.scheme(now(), HONOUR, Scheme.of(3), OFFICER, "as announced");
    selections.submit(now(), selections.of(now()).version(), OFFICER);
    selections.confirm(now(), selections.of(now()).version(), "bureau2");
    test.engine
        .announcements()
        .publish(
            now(),
            test.engine.announcements().confirmed(now()).orElseThrow().hash(),
            "Winners",
            "public before",
            OFFICER);
    return this;
  }

  Campaign now() {
    return test.engine.campaigns().find(campaign.code()).orElseThrow();
  }

  /** Issues to people of a school whom no account names, and prints. */
  List<IssueLine> issue(String school, String... names) {
    List<IssueLine> lines = order(school, names).lines();
    print();
    return lines;
  }

  IssueService.Ordered order(String school, String... names) {
    return services
        .issue()
        .issue(
            campaign,
            HONOUR,
            TERMS,
            List.of(names).stream().map(name -> new Recipient(name, school, "")).toList(),
            OFFICER);
  }

  /** Prints everything that can be printed now. */
  void print() {
    while (services.printer().work()) {
      Thread.onSpinWait();
    }
  }

  Certificate one(IssueLine line) {
    return services.register().find(line.current().orElseThrow().series()).orElseThrow();
  }

  Optional<Certificate> seen(IssueLine line) {
    return services.lookup().byNumber(line.current().orElseThrow().text());
  }

  static void joined(Future<Boolean> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  static void assertRefused(Why why, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CertificateRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
