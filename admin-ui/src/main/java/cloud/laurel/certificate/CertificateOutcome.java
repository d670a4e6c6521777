package cloud.laurel.certificate;

import cloud.laurel.announcement.FormState;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.signing.SigningKeyView;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What became of a form that an officer sent. Where something was done, {@link
 * CertificateStepServlet} leads on to a page whose address says what; where nothing was, it shows
 * the form's page at once, with what was filled in: no name and no reason ever stands in an
 * address.
 */
@Named("certificateStep")
@RequestScoped
public class CertificateOutcome {

  private static final int SHOWN = 60;

  @Inject private SigningKeyView key;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private FormState problem = new FormState("", "", "");
  private boolean changed;

  /** Says that the name can be printed, but somebody should look at it first. */
  void look(String form) {
    problem = new FormState(form, "look", text.of("certificates.look"));
  }

  /** Says that the tick is missing. */
  void unsure(String form) {
    problem = new FormState(form, "sure", text.of("certificates.unsure"));
  }

  /** Says that the recipient has one already; the page names it. */
  void there(String form) {
    problem = new FormState(form, "there", "");
  }

  /** Says that template or seal are no longer offered. */
  void design(String form) {
    problem = new FormState(form, "design", text.of("certificates.design"));
  }

  /** Says that the list is not the one that was looked at. */
  void change() {
    changed = true;
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

  /** Whether the list changed between the report and the order. */
  public boolean isChanged() {
    return changed;
  }

  /** What has just been done, in words; empty when nothing was. */
  public String getDone() {
    String key = "certificates.done." + FormInput.text(request, "done");
    return text.has(key) ? text.of(key) : "";
  }
}
