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
import java.util.List;
import java.util.Optional;

/** {@code /bureau/certificate-order}: an order on its way, which can be left and come back to. */
@Named("certificateOrder")
@RequestScoped
public class CertificateOrderView {

  /** The most of an order's numbers that its page names; the register has all. */
  private static final int MOST = 20;

  @Inject private CampaignService campaigns;
  @Inject private BatchService batches;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Batch> found = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private List<Certificate> numbers = List.of();
  private List<Certificate> failures = List.of();
  private List<HistoryStep> history = List.of();

  @PostConstruct
  void load() {
    found = batches.find(FormInput.number(request, "id"));
    campaign =
        found.flatMap(
            b -> campaigns.all().stream().filter(c -> c.id() == b.campaign()).findFirst());
    found.ifPresent(
        b -> {
          numbers = batches.numbers(b.id(), false, MOST);
          failures = b.failed() == 0 ? List.of() : batches.numbers(b.id(), true, MOST);
          history =
              campaign.stream()
                  .flatMap(
                      c -> batches.events(b).stream().map(e -> HistoryStep.of(e, c.zone(), text)))
                  .toList();
        });
  }

  /** Whether there is such an order. */
  public boolean isKnown() {
    return campaign.isPresent();
  }

  /** The order. */
  public Batch getShown() {
    return found.orElseThrow();
  }

  /** Its campaign. */
  public Campaign getCampaign() {
    return campaign.orElseThrow();
  }

  /** The honour's name. */
  public String getHonourName() {
    return CertificateDeskView.name(getCampaign(), getShown().honour());
  }

  /** Its first numbers. */
  public List<Certificate> getNumbers() {
    return numbers;
  }

  /** Its first numbers that could not be printed. */
  public List<Certificate> getFailures() {
    return failures;
  }

  /** What was done about it, the newest first. */
  public List<HistoryStep> getHistory() {
    return history;
  }

  /** Numbers that an earlier end left without a certificate. */
  public int getVoided() {
    Batch batch = getShown();
    return batch.total() - batch.done() - batch.waiting();
  }

  /** When it was ordered. */
  public String getOrderedAt() {
    return time(getShown().orderedAt());
  }

  /** When it was over; empty before. */
  public String getEndedAt() {
    return getShown().endedAt().map(this::time).orElse("");
  }

  private String time(Instant at) {
    return text.time(at, getCampaign().zone());
  }

  /** The address of the register, at this order's honour. */
  public String getRegister() {
    return "/bureau/certificate-register?campaign="
        + TermsForm.encoded(getCampaign().code())
        + "&honour="
        + TermsForm.encoded(getShown().honour());
  }
}
