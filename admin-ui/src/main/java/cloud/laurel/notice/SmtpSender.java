package cloud.laurel.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Hands notices to a mail server by SMTP. */
final class SmtpSender implements MailSender {

  private static final String TIMEOUT_MILLIS = "15000";

  private final MailSettings settings;
  private final Session session;

  SmtpSender(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings), authenticator(settings));
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", "" + settings.port());
    properties.setProperty("mail.smtp.auth", "" + settings.login().isPresent());
    properties.setProperty("mail.smtp.starttls.enable", "" + settings.startTls());
    properties.setProperty("mail.smtp.starttls.required", "" + settings.startTls());
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    return properties;
  }

  private static Authenticator authenticator(MailSettings settings) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return settings
            .login()
            .map(login -> new PasswordAuthentication(login.user(), login.password()))
            .orElseThrow();
      }
    };
  }

  @Override
  public void send(Notice notice, String address) throws MailFailure {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(settings.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
      message.setSubject(MailWords.subject(), StandardCharsets.UTF_8.name());
      message.setText(MailWords.body(notice, settings.home()), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(notice.toldAt()));
      // no holiday replies to it
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
    } catch (MessagingException e) {
      throw new MailFailure("the mail server did not take it: " + e.getMessage(), e);
    }
  }
}
