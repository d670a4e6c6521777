package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;

/** {@code /bureau/certificates}: what can be issued, and what was ordered. */
@Named("certificateDesk")
@RequestScoped
public class CertificateDeskView {

  private static final int NEWEST = 10;

  @Inject private FrameView frame;
  @Inject private IssueService issues;
  @Inject private BatchService batches;
  @Inject private Texts text;

  private List<HonourProgress> honours = List.of();
  private List<OrderRow> orders = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    honours = issues.progress(campaign);
    orders =
        batches.of(campaign, NEWEST).stream().map(b -> OrderRow.of(b, campaign, text)).toList();
  }

  /** Honours for which the campaign foresees certificates, with how far they are. */
  public List<HonourProgress> getForeseen() {
    return only(Honour::certificate);
  }

  /** The other honours. */
  public List<HonourProgress> getOthers() {
    return only(honour -> !honour.certificate());
  }

  private List<HonourProgress> only(Predicate<Honour> wanted) {
    return honours.stream().filter(one -> wanted.test(one.honour())).toList();
  }

  /** Whether there are winners that everybody may read. */
  public boolean isPublished() {
    return honours.stream().anyMatch(one -> one.published() > 0);
  }

  /** Whether what is issued is for show. */
  public boolean isDemo() {
    return issues.demo();
  }

  /** Whether an order is on its way; only then the page keeps asking. */
  public boolean isWaiting() {
    return orders.stream().anyMatch(one -> one.batch().state() == Batch.State.RUNNING);
  }

  /** The newest orders. */
  public List<OrderRow> getOrders() {
    return orders;
  }

  /**
   * An order in words.
   *
   * @param honour its name
   */
  public record OrderRow(Batch batch, String honour, String at) {

    static OrderRow of(Batch batch, Campaign campaign, Texts text) {
      return new OrderRow(
          batch, name(campaign, batch.honour()), text.time(batch.orderedAt(), campaign.zone()));
    }
  }

  /** An honour's name; its code when the campaign has it no more. */
  static String name(Campaign campaign, String code) {
    return campaign.honours().stream()
        .filter(honour -> honour.code().equals(code))
        .map(Honour::name)
        .findFirst()
        .orElse(code);
  }
}
