package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.signal.Signal.Event;
import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /bureau/signal}: one signal with its evidence and what became of it. */
@Named("signal")
@RequestScoped
public class SignalView {

  @Inject private SignalService signals;
  @Inject private CampaignService campaigns;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Signal> signal = Optional.empty();
  private Optional<SignalRow> words = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private Map<String, String> names = Map.of();

  @PostConstruct
  void load() {
    String id = Optional.ofNullable(request.getParameter("id")).orElse("");
    signal = id.matches("\\d{1,18}") ? signals.find(Long.parseLong(id)) : Optional.empty();
    campaign =
        signal.flatMap(
            s -> campaigns.all().stream().filter(c -> c.id() == s.campaign()).findFirst());
    words = signal.map(s -> SignalRow.of(s, text));
    names = signal.map(s -> signals.names(s.evidence())).orElse(Map.of());
  }

  /** Whether there is such a signal. */
  public boolean isKnown() {
    return signal.isPresent() && campaign.isPresent();
  }

  /** The signal in words. */
  public SignalRow getWords() {
    return words.orElseThrow();
  }

  /** Which sentence tells of it. */
  public String getForm() {
    return signal.map(s -> s.evidence().form()).orElse("");
  }

  /** The campaign's title. */
  public String getCampaign() {
    return campaign.map(Campaign::title).orElse("");
  }

  /** The people concerned. */
  public List<Who> getPeople() {
    return signal.stream().flatMap(s -> s.evidence().accounts().stream()).map(this::who).toList();
  }

  /** The actions or sums concerned. */
  public List<Line> getLines() {
    return signal.stream().flatMap(s -> s.evidence().rows().stream()).map(this::line).toList();
  }

  /** How many lines there are in all. */
  public String getTotal() {
    return text.number(signal.map(s -> s.evidence().total()).orElse(0L));
  }

  /** Whether lines are single actions, not somebody's sums. */
  public boolean isOfActions() {
    return getLines().stream().anyMatch(line -> !line.at().isEmpty());
  }

  /** Whether somebody else belongs to a line. */
  public boolean isWithOthers() {
    return getLines().stream().anyMatch(Line::withOther);
  }

  /** Whether lines were withdrawn. */
  public boolean isWithEnd() {
    return getLines().stream().anyMatch(line -> !line.endedAt().isEmpty());
  }

  /** Whether the subject is a school. */
  public boolean isOfSchool() {
    return signal.filter(s -> s.subject().type() == Subject.Type.SCHOOL).isPresent();
  }

  /** What became of it, oldest first. */
  public List<Step> getHistory() {
    return signal.stream().flatMap(s -> s.history().stream()).map(this::step).toList();
  }

  /** Whether it was just marked without a note. */
  public boolean isNoteMissing() {
    return "note".equals(request.getParameter(LookServlet.PROBLEM));
  }

  /** Whether it was just marked. */
  public boolean isJustLookedAt() {
    return request.getParameter(LookServlet.DONE) != null;
  }

  /** An address of ours that shows this signal's campaign. */
  public String link(String path, String code) {
    return request.getContextPath()
        + path
        + "?code="
        + URLEncoder.encode(code, StandardCharsets.UTF_8)
        + "&campaign="
        + URLEncoder.encode(campaign.map(Campaign::code).orElse(""), StandardCharsets.UTF_8);
  }

  private Who who(String account) {
    return new Who(account, names.getOrDefault(account, account), link("/bureau/account", account));
  }

  private Line line(Evidence.Row row) {
    return new Line(
        row.at().map(this::time).orElse(""),
        who(row.account()),
        row.type().map(type -> text.ofCode("type.", type)).orElse(""),
        row.indicator().map(this::nameOf).orElse(""),
        text.number(row.points()),
        row.other().isPresent(),
        row.other().map(this::who).orElse(new Who("", "", "")),
        row.endedAt().map(this::time).orElse(""));
  }

  private Step step(Event event) {
    return new Step(
        time(event.at()),
        text.of("signals.event." + event.type(), event.severity().toPlainString()),
        event.note(),
        event.by());
  }

  private String time(java.time.Instant instant) {
    return text.seconds(instant, campaign.orElseThrow().zone());
  }

  private String nameOf(String indicator) {
    return campaign.stream()
        .flatMap(c -> c.indicators().stream())
        .filter(i -> i.code().equals(indicator))
        .map(Indicator::name)
        .findFirst()
        .orElse(indicator);
  }

  /** Somebody with the address of their points. */
  public record Who(String account, String name, String address) {}

  /** An action, or with an empty {@code at} somebody's sum. */
  public record Line(
      String at,
      Who who,
      String what,
      String indicator,
      String points,
      boolean withOther,
      Who other,
      String endedAt) {}

  /** A step of its history; note and officer are empty unless somebody looked at it. */
  public record Step(String at, String what, String note, String by) {}
}
