package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/certificate}: one number of the register, and what can be done about it. */
@Named("certificateCase")
@RequestScoped
public class CertificateCaseView {

  @Inject private CampaignService campaigns;
  @Inject private IssueService issues;
  @Inject private IssueDefaults defaults;
  @Inject private RegisterService register;
  @Inject private ChangeService changes;
  @Inject private LookupService lookup;
  @Inject private CertificateOutcome outcome;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Certificate> found = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private List<HistoryStep> history = List.of();
  private Views views = new Views(List.of());
  private Optional<IssueLine> line = Optional.empty();

  @PostConstruct
  void load() {
    found = register.find(FormInput.text(request, "series"));
    campaign =
        found.flatMap(
            one -> campaigns.all().stream().filter(c -> c.id() == one.campaign()).findFirst());
    if (campaign.isPresent()) {
      history =
          changes.events(getShown()).stream()
              .map(event -> HistoryStep.of(event, campaign.get().zone(), text))
              .toList();
      views = lookup.views(getShown());
      if (outcome.at("replace") && getShown().canBeReplaced()) {
        look(getShown());
      }
    }
  }

  private void look(Certificate one) {
    try {
      Recipient typed =
          new Recipient(
              FormInput.text(request, "name"), FormInput.text(request, "school"), one.account());
      line =
          Optional.of(
              issues.line(
                  campaign.orElseThrow(),
                  one.honour(),
                  defaults.like(one, campaign.orElseThrow()),
                  typed,
                  true));
    } catch (CertificateRefused e) {
      outcome.refused("replace", e);
    }
  }

  private String time(Instant at) {
    return text.time(at, campaign.orElseThrow().zone());
  }

  /** Whether there is such a number. */
  public boolean isKnown() {
    return campaign.isPresent();
  }

  /** The number with what it says. */
  public Certificate getShown() {
    return found.orElseThrow();
  }

  /** Code of its campaign. */
  public String getCampaign() {
    return campaign.orElseThrow().code();
  }

  /** When the number was taken. */
  public String getTakenAt() {
    return time(getShown().takenAt());
  }

  /** Since when it is valid; empty when it never was. */
  public String getIssuedAt() {
    return getShown().issuedAt().map(this::time).orElse("");
  }

  /** When it ended; empty while it counts or waits. */
  public String getChangedAt() {
    return getShown().change().map(change -> time(change.at())).orElse("");
  }

  /** Since when the public sees nothing but its state; empty when it sees it. */
  public String getWithheldAt() {
    return getShown().withheldAt().map(this::time).orElse("");
  }

  /** Series of what counts instead; empty when nothing does. */
  public String getSuccessor() {
    return getShown()
        .change()
        .flatMap(Certificate.Change::successor)
        .map(CertificateNumber::series)
        .orElse("");
  }

  /** Series of what it replaces; empty when nothing. */
  public String getPredecessor() {
    return getShown().predecessor().map(CertificateNumber::series).orElse("");
  }

  /** Whether its file can be fetched. */
  public boolean isThere() {
    return getShown().isValid();
  }

  /** What was done about it, the newest first. */
  public List<HistoryStep> getHistory() {
    return history;
  }

  /** How often it was looked at. */
  public Views getViews() {
    return views;
  }

  /** The ways of looking at it. */
  public List<Way> getWays() {
    return Arrays.asList(Way.values());
  }

  /** The reasons for which it can be revoked. */
  public List<RevocationReason> getReasons() {
    return Arrays.asList(RevocationReason.values());
  }

  /** What there is to say about the corrected name. */
  public List<NameWords.Said> getFindings() {
    return line.map(l -> NameWords.of(l.findings(), text)).orElse(List.of());
  }

  /** The corrected name as it will be printed; empty while it cannot. */
  public String getPrinted() {
    return line.filter(l -> !l.isBlocked()).map(IssueLine::name).orElse("");
  }
}
