package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/certificate-one}: a certificate for somebody who is not on the published list. */
@Named("certificateOne")
@RequestScoped
public class CertificateOneView {

  @Inject private FrameView frame;
  @Inject private IssueService issues;
  @Inject private IssueDefaults defaults;
  @Inject private CertificateOutcome outcome;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<TermsForm> form = Optional.empty();
  private Optional<IssueLine> line = Optional.empty();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    if (outcome.at("one")) {
      form = TermsForm.of(request);
      form.flatMap(TermsForm::terms).ifPresent(terms -> line(campaign, terms));
    }
    form = form.or(() -> Optional.of(TermsForm.of(defaults.of(campaign))));
  }

  private void line(Campaign campaign, Terms terms) {
    try {
      line =
          Optional.of(
              issues.line(
                  campaign,
                  getHonour(),
                  terms,
                  new Recipient(typed("name"), typed("school"), typed("account").strip()),
                  false));
    } catch (CertificateRefused e) {
      outcome.refused("one", e);
    }
  }

  private String typed(String field) {
    return FormInput.text(request, field);
  }

  /** What the certificate shall say. */
  public TermsForm getForm() {
    return form.orElseThrow();
  }

  /** The honours that it can be for. */
  public List<Honour> getHonours() {
    return frame.campaign().map(Campaign::honours).orElse(List.of());
  }

  /** The honour that is chosen; empty before. */
  public String getHonour() {
    return typed("honour");
  }

  /** What there is to say about the name. */
  public List<NameWords.Said> getFindings() {
    return line.map(l -> NameWords.of(l.findings(), text)).orElse(List.of());
  }

  /** The name as it will be printed; empty while it cannot. */
  public String getPrinted() {
    return line.filter(IssueLine::isNew).map(IssueLine::name).orElse("");
  }

  /** Series of the certificate that the recipient has; empty without one. */
  public String getCurrent() {
    return line.flatMap(IssueLine::current).map(CertificateNumber::series).orElse("");
  }
}
