package cloud.laurel.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.notice.MailSender.MailFailure;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpSenderTest {

  private static final Notice NOTICE =
      new Notice(
          1,
          "T-1",
          Instant.parse("2020-12-12T02:00:00Z"),
          "notice.appeal.granted",
          List.of("7", "2020-12-10", "备课", "+3"),
          "/my/appeals?id=7",
          false);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailSettings settings(Optional<MailSettings.Login> login, boolean startTls) {
    return new MailSettings(
        "127.0.0.1",
        server.getSmtp().getPort(),
        login,
        "laurel@city.test",
        startTls,
        Optional.of("https://city.test/laurel"));
  }

  @Test
  void mailSaysItInBothLanguagesAndLeadsToThePage()
      throws MailFailure, MessagingException, IOException {
    server.setUser("laurel", "laurel", "secret");
    MailSettings.Login login = new MailSettings.Login("laurel", "secret");
    new SmtpSender(settings(Optional.of(login), false)).send(NOTICE, "lin@school.test");
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("桂冠：有一条新消息 / Laurel: a new notice");
    assertThat(received[0].getAllRecipients()[0]).hasToString("lin@school.test");
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat((String) received[0].getContent())
        .contains("关于 2020-12-10“备课”的申诉（编号 7）已通过，积分变动 +3。")
        .contains("was granted: +3 points.")
        .contains("https://city.test/laurel/my/appeals?id=7")
        .doesNotContain("T-1");
  }

  @Test
  void whatIsNotTakenIsAFailureToBeTriedAgain() {
    MailSettings encrypted = settings(Optional.empty(), true);
    assertThatThrownBy(() -> new SmtpSender(encrypted).send(NOTICE, "lin@school.test"))
        .isInstanceOf(MailFailure.class);
    MailSettings nobody = settings(Optional.empty(), false);
    server.stop();
    assertThatThrownBy(() -> new SmtpSender(nobody).send(NOTICE, "lin@school.test"))
        .isInstanceOf(MailFailure.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }
}
