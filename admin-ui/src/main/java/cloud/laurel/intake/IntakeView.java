package cloud.laurel.intake;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.plugin.capture.CaptureStatus;
import cloud.laurel.plugin.delivery.Backlog;
import cloud.laurel.plugin.delivery.Outbox;
import cloud.laurel.plugin.delivery.ParkedAction;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** {@code /bureau/intake}: what waits in the platform's outbox, and what is parked there. */
@Named("intake")
@RequestScoped
public class IntakeView {

  private static final int SIZE = 20;

  /** How the relay begins what it says of a row that is no action. */
  private static final String UNREADABLE = "the payload is not an action";

  @Inject private Outbox outbox;
  @Inject private FrameView frame;
  @Inject private Texts text;
  @Inject private Config config;
  @Inject private HttpServletRequest request;

  private boolean reachable;
  private List<Line> lines = List.of();
  private List<Parked> parked = List.of();
  private Connections connections = new Connections(List.of(), List.of(), List.of());
  private PageNumber page = PageNumber.FIRST;

  @PostConstruct
  void load() {
    connections = Connections.of(CaptureStatus.read(config));
    try {
      List<Backlog> status = outbox.status();
      lines = status.stream().map(this::line).toList();
      PageNumber wanted = PageNumber.of(request.getParameter("page"));
      page = wanted.within(status.stream().mapToLong(Backlog::parked).sum(), SIZE);
      parked = outbox.parked(page.offset(SIZE), SIZE).stream().map(this::row).toList();
      reachable = true;
    } catch (Outbox.OutboxUnavailable e) {
      // Said on the page: the platform's database is away, ours is not.
      reachable = false;
    }
  }

  private Line line(Backlog backlog) {
    return new Line(
        backlog.plugin(),
        text.number(backlog.waiting()),
        backlog.oldestWaiting().map(this::time).orElse("--"),
        text.number(backlog.parked()),
        backlog.parked() > 0);
  }

  private Parked row(ParkedAction action) {
    return new Parked(
        action.id(),
        text.ofCode("type.", action.type()),
        action.actor(),
        action.attempts(),
        text.of(
            action.error().startsWith(UNREADABLE)
                ? "intake.error.unreadable"
                : "intake.error.failed"),
        action.error(),
        time(action.parkedAt()));
  }

  private String time(Instant instant) {
    ZoneId zone = frame.campaign().map(Campaign::zone).orElse(ZoneOffset.UTC);
    return text.seconds(instant, zone);
  }

  /** Whether the platform's database answers. */
  public boolean isReachable() {
    return reachable;
  }

  /** What of the platform is hooked. */
  public Connections getConnections() {
    return connections;
  }

  /** The backlog of each plugin. */
  public List<Line> getLines() {
    return lines;
  }

  /** The parked actions of this page, oldest first. */
  public List<Parked> getParked() {
    return parked;
  }

  /** Which page of the parked actions this is. */
  public PageNumber getPage() {
    return page;
  }

  /** A plugin's backlog; {@code stuck} when something is parked. */
  public record Line(String plugin, String waiting, String oldest, String parked, boolean stuck) {}

  /** How many actions were just offered again; empty when nobody asked for it. */
  public String getRetried() {
    String retried = request.getParameter(RetryServlet.RETRIED);
    return retried != null && retried.matches("\\d{1,9}") ? retried : "";
  }

  /**
   * An action that could not be delivered.
   *
   * @param why in plain words
   * @param error what the relay noted, for the operator
   */
  public record Parked(
      String id, String what, String actor, int attempts, String why, String error, String since) {}
}
