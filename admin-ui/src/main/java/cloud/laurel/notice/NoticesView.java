package cloud.laurel.notice;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code /my/notices}, and the number of unread notices in every page's frame. */
@Named("notices")
@RequestScoped
public class NoticesView {

  private static final Logger LOG = System.getLogger(NoticesView.class.getName());
  private static final int SIZE = 20;

  @Inject private Instance<NotificationService> notices;
  @Inject private Caller caller;
  @Inject private FrameView frame;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Long> unread = Optional.empty();
  private Optional<Loaded> loaded = Optional.empty();

  /** How many notices the caller has not looked at. */
  public long getUnread() {
    if (unread.isEmpty()) {
      unread = Optional.of(count());
    }
    return unread.get();
  }

  private long count() {
    try {
      return caller.person().map(p -> notices.get().unread(p.account())).orElse(0L);
    } catch (RuntimeException e) {
      // The frame is around failure pages too: it must stand when the database does not answer.
      LOG.log(Level.DEBUG, "LRL-08003 the frame is shown without the number of notices", e);
      return 0;
    }
  }

  /** The notices of this page, newest first. */
  public List<Row> getRows() {
    return load().rows();
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return load().page();
  }

  /** The number of the newest notice that is shown; 0 without one. */
  public long getNewest() {
    return load().rows().stream().mapToLong(Row::id).max().orElse(0);
  }

  private Loaded load() {
    if (loaded.isEmpty()) {
      loaded = Optional.of(caller.person().map(this::load).orElse(Loaded.NOTHING));
    }
    return loaded.get();
  }

  private Loaded load(Person person) {
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    NoticePage found = notices.get().list(person.account(), wanted.offset(SIZE), SIZE);
    ZoneId zone = frame.campaign().map(Campaign::zone).orElse(ZoneId.of("Asia/Shanghai"));
    return new Loaded(
        wanted.within(found.total(), SIZE),
        found.notices().stream().map(notice -> row(notice, zone)).toList());
  }

  private Row row(Notice notice, ZoneId zone) {
    return new Row(
        notice.id(),
        text.time(notice.toldAt(), zone),
        text.filled(notice.key(), notice.arguments()),
        request.getContextPath() + notice.path(),
        notice.read());
  }

  private record Loaded(PageNumber page, List<Row> rows) {
    static final Loaded NOTHING = new Loaded(PageNumber.FIRST, List.of());
  }

  /**
   * A notice in words.
   *
   * @param link to the page that says more
   */
  public record Row(long id, String at, String words, String link, boolean read) {}
}
