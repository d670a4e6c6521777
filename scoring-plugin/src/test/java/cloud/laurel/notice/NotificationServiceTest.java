package cloud.laurel.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.notice.MailSender.MailFailure;
import cloud.laurel.store.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices wait to be read, and are told by mail to whoever has an address. */
class NotificationServiceTest {

  private static final String START = "2020-12-12T02:00:00Z";

  private final List<String> sent = new ArrayList<>();
  private boolean away;

  private void send(Notice notice, String address) throws MailFailure {
    if (away) {
      throw new MailFailure("no route", new IOException("no route"));
    }
    sent.add(address + " " + notice.key() + " " + notice.arguments());
  }

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, START)
        .roster(
            new TestRoster()
                .school("s1")
                .teachers("s1", "t2")
                .mailed("s1", "t1", "lin@school.test"),
            "2020-09-01");
  }

  private static void tell(TestEngine engine, String account, String argument) {
    engine
        .engine
        .database()
        .useTransaction(
            tx -> engine.engine.notices().tell(tx, account, "k", List.of(argument, "“二”"), "/my"));
  }

  private int run(TestEngine engine) {
    int attempts = 0;
    while (engine.engine.notices().sendOne(this::send)) {
      attempts++;
    }
    return attempts;
  }

  @ParameterizedTest
  @EnumSource
  void noticesAreCountedListedAndRead(TestDatabase kind) {
    TestEngine engine = engine(kind);
    NotificationService notices = engine.engine.notices();
    tell(engine, "t1", "一");
    tell(engine, "t1", "三");
    tell(engine, "t2", "四");
    assertThat(notices.unread("t1")).isEqualTo(2);
    NoticePage page = notices.list("t1", 0, 1);
    assertThat(page.total()).isEqualTo(2);
    Notice newest = page.notices().get(0);
    assertThat(newest.arguments()).containsExactly("三", "“二”");
    Notice older = notices.list("t1", 1, 1).notices().get(0);
    notices.markRead("t1", older.id());
    assertThat(notices.unread("t1")).isOne();
    notices.markRead("t1", Long.MAX_VALUE);
    assertThat(notices.unread("t1")).isZero();
    assertThat(notices.unread("t2")).isOne();
    assertThat(notices.list("t1", 0, 9).notices()).allMatch(Notice::read);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhoHasAnAddressGetsMailAndOnlyOnce(TestDatabase kind) {
    TestEngine engine = engine(kind);
    tell(engine, "t1", "一");
    tell(engine, "t2", "二");
    assertThat(run(engine)).isOne();
    assertThat(run(engine)).isZero();
    assertThat(sent).containsExactly("lin@school.test k [一, “二”]");
  }

  @ParameterizedTest
  @EnumSource
  void mailThatIsNotTakenIsTriedAgainLaterAndGivenUpAfterThreeDays(TestDatabase kind) {
    TestEngine engine = engine(kind);
    tell(engine, "t1", "一");
    away = true;
    assertThat(run(engine)).isOne();
    engine.clock.set("2020-12-12T02:00:59Z");
    assertThat(run(engine)).isZero();
    engine.clock.set("2020-12-12T02:01:00Z");
    assertThat(run(engine)).isOne();
    away = false;
    engine.clock.set("2020-12-12T02:02:59Z");
    assertThat(run(engine)).isZero();
    engine.clock.set("2020-12-12T02:03:00Z");
    assertThat(run(engine)).isOne();
    assertThat(sent).hasSize(1);
    tell(engine, "t1", "晚");
    engine.clock.set("2020-12-16T02:03:00Z");
    assertThat(run(engine)).isOne();
    assertThat(run(engine)).isZero();
    assertThat(sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void newestUploadSaysTheAddress(TestDatabase kind) {
    TestEngine engine =
        engine(kind)
            .roster(
                new TestRoster().school("s1").mailed("s1", "t1", "new@school.test"), "2020-10-01")
            .roster(
                new TestRoster().school("s1").mailed("s1", "t1", "old@school.test"), "2020-09-15")
            .roster(new TestRoster().school("s1").mailed("s1", "t2", "no address"), "2020-10-02");
    tell(engine, "t1", "一");
    tell(engine, "t2", "二");
    run(engine);
    assertThat(sent).containsExactly("new@school.test k [一, “二”]");
  }

  @Test
  void pausesDoubleUpToFourHours() {
    Instant told = Instant.parse(START);
    assertThat(BackOffRule.next(told, 1, told)).contains(told.plus(Duration.ofMinutes(1)));
    assertThat(BackOffRule.next(told, 5, told)).contains(told.plus(Duration.ofMinutes(16)));
    assertThat(BackOffRule.next(told, 99, told)).contains(told.plus(Duration.ofHours(4)));
    assertThat(BackOffRule.next(told, 9, told.plus(Duration.ofHours(69)))).isEmpty();
  }
}
