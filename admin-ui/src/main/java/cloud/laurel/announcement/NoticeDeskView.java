package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementService.Draft;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/notice}: what of a campaign's winners is before the public, and what was. */
@Named("noticeDesk")
@RequestScoped
public class NoticeDeskView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private AnnouncementService announcements;
  @Inject private ObjectionService objections;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<HonourRoll> confirmed = Optional.empty();
  private Optional<Announcement> open = Optional.empty();
  private HonourRoll roll = new HonourRoll("", List.of());
  private List<PastNotice> past = List.of();
  private long holding;
  private long openObjections;
  private FormState problem = FormState.GOOD;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    List<Announcement> all = announcements.of(campaign);
    open =
        all.stream()
            .filter(one -> one.state() == State.NOTICE || one.state() == State.PUBLISHED)
            .findFirst();
    past = PastNotice.of(campaign, all, announcements.history(campaign), text);
    confirmed = announcements.confirmed(campaign);
    openObjections = objections.counts(campaign).getOrDefault(Objection.State.OPEN, 0L);
    if (open.isPresent()) {
      roll = announcements.roll(open.get());
      holding = objections.holding(open.get());
    }
  }

  private interface Step {
    void take(Campaign campaign, String officer);
  }

  /** Starts a notice. */
  public void start() {
    act("start", (campaign, by) -> announcements.start(campaign, draft(), by));
  }

  private Draft draft() {
    return new Draft(
        input("hash"),
        input("title"),
        day("first"),
        day("last"),
        isComeDown() ? Afterwards.COME_DOWN : Afterwards.PUBLISH);
  }

  /** Publishes without a notice. */
  public void publish() {
    act(
        "publish",
        (campaign, by) ->
            announcements.publish(campaign, input("hash"), input("title"), input("reason"), by));
  }

  /** Gives the notice a later last day. */
  public void extend() {
    act(
        "extend",
        (campaign, by) ->
            announcements.extend(campaign, number("list"), day("last"), input("reason"), by));
  }

  /** Ends the notice early. */
  public void end() {
    act("end", (campaign, by) -> announcements.end(campaign, number("list"), input("reason"), by));
  }

  /** Takes the published honours down. */
  public void takeDown() {
    act(
        "takeDown",
        (campaign, by) -> announcements.takeDown(campaign, number("list"), input("reason"), by));
  }

  /** Takes one line of the published honours down. */
  public void remove() {
    act(
        "remove",
        (campaign, by) ->
            announcements.remove(campaign, number("list"), number("entry"), input("reason"), by));
  }

  private void act(String form, Step step) {
    Campaign campaign = frame.campaign().orElseThrow();
    try {
      step.take(campaign, caller.name().orElseThrow());
      FormInput.leadTo(frame.link("/bureau/notice?done=" + form));
    } catch (AnnouncementRefused e) {
      load(campaign);
      problem = FormState.refused(form, e, text);
    }
  }

  private String input(String name) {
    return FormInput.text(request, name);
  }

  private long number(String name) {
    return FormInput.number(request, name);
  }

  private Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(input(name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What has just been done; empty when nothing was. */
  public String getDone() {
    String done = input("done");
    return text.has("announce.done." + done) ? done : "";
  }

  /** Whether a list is before the public, or about to be. */
  public boolean isOpen() {
    return open.isPresent();
  }

  /** That list. */
  public Announcement getList() {
    return open.orElseThrow();
  }

  /** Whether it is published. */
  public boolean isPublished() {
    return is(State.PUBLISHED);
  }

  /** Whether it is a notice, whatever its days are. */
  public boolean isNotice() {
    return is(State.NOTICE);
  }

  private boolean is(State state) {
    return open.filter(one -> one.state() == state).isPresent();
  }

  /** Where it stands today, in words. */
  public String getStanding() {
    Campaign campaign = frame.campaign().orElseThrow();
    LocalDate today = campaigns.today(campaign);
    Announcement list = getList();
    if (isPublished()) {
      return text.of(
          "announce.standing.published",
          campaign.dayOf(list.publishedAt().orElseThrow()).toString());
    }
    NoticeDays days = list.days().orElseThrow();
    if (list.isOnNotice(today)) {
      return text.of("announce.standing.running", days.left(today));
    }
    return text.of(
        list.isWaiting(today) ? "announce.standing.waiting" : "announce.standing.planned",
        days.first().toString());
  }

  /** Whether what is published is no longer what two officers agree on. */
  public boolean isOutdated() {
    return isPublished() && confirmed.filter(one -> one.hash().equals(getList().hash())).isEmpty();
  }

  /** How many objections of the campaign wait for a decision. */
  public long getOpenObjections() {
    return openObjections;
  }

  /** How many objections keep it from being published. */
  public long getHolding() {
    return holding;
  }

  /** Its lines, those out of sight too. */
  public HonourRoll getRoll() {
    return roll;
  }

  /** Whether there is something that can be announced. */
  public boolean isReady() {
    return confirmed.isPresent();
  }

  /** What can be announced. */
  public HonourRoll getConfirmed() {
    return confirmed.orElseThrow();
  }

  /** What was before the public, the newest first, with what happened to it. */
  public List<PastNotice> getPast() {
    return past;
  }

  /** What a form was filled with, where it was not taken; else what is usual. */
  public String filled(String form, String field) {
    if (problem.form().equals(form)) {
      return input(field);
    }
    Campaign campaign = frame.campaign().orElseThrow();
    NoticeDays usual = announcements.usualDays(campaign);
    return switch (form + "." + field) {
      case "start.title" -> text.of("announce.title.notice", campaign.title());
      case "publish.title" -> text.of("announce.title.honours", campaign.title());
      case "start.first" -> usual.first().toString();
      case "start.last" -> usual.last().toString();
      default -> "";
    };
  }

  /** Whether the notice shall only come down afterwards. */
  public boolean isComeDown() {
    return input("afterwards").equals(Afterwards.COME_DOWN.name());
  }

  /** Why a form was not taken. */
  public FormState getProblem() {
    return problem;
  }
}
