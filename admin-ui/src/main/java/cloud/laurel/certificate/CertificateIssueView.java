package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.certificate.ReportRow.Weight;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /bureau/certificate-issue}: certificates of an honour's published winners. First what they
 * say, then the report of every name, then the order.
 */
@Named("certificateIssue")
@RequestScoped
public class CertificateIssueView {

  private static final int SIZE = 50;

  @Inject private FrameView frame;
  @Inject private IssueService issues;
  @Inject private IssueDefaults defaults;
  @Inject private DesignChoice designs;
  @Inject private CertificateOutcome outcome;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<TermsForm> sent = Optional.empty();
  private Optional<TermsForm> form = Optional.empty();
  private Optional<List<IssueLine>> report = Optional.empty();
  private List<ReportRow> rows = List.of();
  private PageNumber page = PageNumber.FIRST;
  private boolean published;

  @PostConstruct
  void load() {
    frame.campaign().filter(c -> isKnown()).ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    sent = TermsForm.of(request);
    if (sent.isEmpty()) {
      published = issues.isPublished(campaign);
      form = Optional.of(TermsForm.of(defaults.of(campaign)));
      return;
    }
    form = sent;
    published = true;
    try {
      check(campaign, sent.get());
    } catch (CertificateRefused e) {
      published = e.why() != Why.NOT_PUBLISHED;
      outcome.refused("terms", e);
    }
  }

  private void check(Campaign campaign, TermsForm asked) {
    Optional<Terms> terms = asked.terms();
    if (terms.isEmpty()) {
      outcome.refused("terms", Why.DATE_RANGE, "");
      return;
    }
    // as it will be printed
    form = terms.map(TermsForm::of);
    if (!designs.offers(terms.get().design())) {
      outcome.design("terms");
      return;
    }
    issues.check(campaign, getHonour(), terms.get());
    if (FormInput.text(request, "edit").isEmpty()) {
      List<IssueLine> lines = issues.report(campaign, getHonour(), terms.get());
      report = Optional.of(lines);
      List<IssueLine> wanted = sorted(lines, getShow());
      page = PageNumber.of(request.getParameter("page")).within(wanted.size(), SIZE);
      rows =
          wanted.stream()
              .skip(page.offset(SIZE))
              .limit(SIZE)
              .map(line -> ReportRow.of(line, text))
              .toList();
    }
  }

  /** The lines of a weight, or all of them, what needs hands first. */
  static List<IssueLine> sorted(List<IssueLine> lines, String show) {
    return lines.stream()
        .filter(line -> show.isEmpty() || ReportRow.weight(line).name().equals(show))
        .sorted(Comparator.comparing(ReportRow::weight))
        .toList();
  }

  /** Whether the campaign has the honour. */
  public boolean isKnown() {
    return frame.campaign().stream()
        .flatMap(c -> c.honours().stream())
        .anyMatch(h -> h.code().equals(getHonour()));
  }

  /** The honour's code. */
  public String getHonour() {
    return FormInput.text(request, "honour");
  }

  /** The honour's name. */
  public String getHonourName() {
    return CertificateDeskView.name(frame.campaign().orElseThrow(), getHonour());
  }

  /** Whether the winners are published. */
  public boolean isPublished() {
    return published;
  }

  /** What the certificates shall say. */
  public TermsForm getForm() {
    return form.orElseThrow();
  }

  /** Whether the names were checked. */
  public boolean isChecked() {
    return report.isPresent();
  }

  /** The weight that is shown; empty for all. */
  public String getShow() {
    String show = FormInput.text(request, "show");
    return Arrays.stream(Weight.values()).anyMatch(w -> w.name().equals(show)) ? show : "";
  }

  /** All winners, then those of each weight. */
  public List<Tab> getTabs() {
    List<IssueLine> lines = report.orElse(List.of());
    return Stream.concat(Stream.of(""), Arrays.stream(Weight.values()).map(Weight::name))
        .map(weight -> new Tab(weight, count(lines, weight), weight.equals(getShow())))
        .toList();
  }

  private static long count(List<IssueLine> lines, String weight) {
    return lines.stream()
        .filter(l -> weight.isEmpty() || ReportRow.weight(l).name().equals(weight))
        .count();
  }

  /**
   * Lines of a weight.
   *
   * @param weight its name; empty for all
   */
  public record Tab(String weight, long lines, boolean shown) {}

  /** How many certificates an order would issue. */
  public long getCount() {
    return report.stream().flatMap(List::stream).filter(IssueLine::isNew).count();
  }

  /** What the order has to be about: the names of this report. */
  public String getSeen() {
    return ReportRow.digest(report.orElse(List.of()));
  }

  /** How many winners get none until something is mended. */
  public long getBlocked() {
    return count(report.orElse(List.of()), Weight.BLOCKED.name());
  }

  /** The lines of this page. */
  public List<ReportRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The query string of this honour with these terms. */
  public String getQuery() {
    return "?campaign="
        + TermsForm.encoded(frame.getCode())
        + "&honour="
        + TermsForm.encoded(getHonour())
        + getForm().toQuery();
  }
}
