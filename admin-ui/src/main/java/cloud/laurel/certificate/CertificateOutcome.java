package cloud.laurel.certificate;

import cloud.laurel.announcement.FormState;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.signing.SigningKeyView;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What became of a form that an officer sent: {@link CertificateStepServlet} leads back to the page
 * with it, and with what was filled in.
 */
@Named("certificateStep")
@RequestScoped
public class CertificateOutcome {

  private static final int SHOWN = 60;

  @Inject private SigningKeyView key;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private FormState problem = new FormState("", "", "");

  @PostConstruct
  void load() {
    String why = FormInput.text(request, "why");
    String form = FormInput.text(request, "form");
    if (why.equals(CertificateStepServlet.LOOK)) {
      problem = new FormState(form, "look", text.of("certificates.look"));
    } else if (why.equals(CertificateStepServlet.UNSURE)) {
      problem = new FormState(form, "sure", text.of("certificates.unsure"));
    } else if (why.equals(CertificateStepServlet.THERE)) {
      problem = new FormState(form, "there", "");
    } else if (why.equals(CertificateStepServlet.DESIGN)) {
      design(form);
    }
    Arrays.stream(Why.values())
        .filter(one -> one.name().equals(why))
        .forEach(one -> refused(form, one, FormInput.text(request, "detail")));
  }

  /** Says that template or seal are no longer offered. */
  void design(String form) {
    problem = new FormState(form, "design", text.of("certificates.design"));
  }

  /** Says that something cannot be done. */
  void refused(String form, CertificateRefused refused) {
    refused(form, refused.why(), refused.detail());
  }

  /** Says that something cannot be done. */
  void refused(String form, Why why, String detail) {
    problem =
        new FormState(
            form,
            why.field().name().toLowerCase(Locale.ROOT),
            text.of(
                "certificates.why." + why,
                switch (why) {
                  case NO_PRESS -> key.getObstacle();
                  case TOO_MANY -> text.number(IssueService.MOST);
                  default -> detail.substring(0, Math.min(SHOWN, detail.length()));
                }));
  }

  /** Why a form was not taken. */
  public FormState getProblem() {
    return problem;
  }

  /** Whether this form was not taken. */
  public boolean at(String form) {
    return problem.form().equals(form);
  }

  /** What a field was filled with, where its form was not taken; else what is usual. */
  public String filled(String form, String field, String usual) {
    return at(form) ? FormInput.text(request, field) : usual;
  }

  /** What has just been done, in words; empty when nothing was. */
  public String getDone() {
    String key = "certificates.done." + FormInput.text(request, "done");
    return text.has(key) ? text.of(key) : "";
  }
}
