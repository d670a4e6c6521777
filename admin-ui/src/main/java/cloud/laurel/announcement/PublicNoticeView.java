package cloud.laurel.announcement;

import cloud.laurel.announcement.PublicListService.Listed;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /notice}: the winners on public notice, and the form for objections to them. */
@Named("publicNotice")
@RequestScoped
public class PublicNoticeView {

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private PublicListService lists;
  @Inject private ObjectionService objections;
  @Inject private CampaignService campaigns;
  @Inject private PublicLimits limits;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<Listed> all = List.of();
  private Optional<Listed> shown = Optional.empty();
  private HonourRoll roll = new HonourRoll("", List.of());
  private FormState problem = FormState.GOOD;

  @PostConstruct
  void load() {
    all = lists.onNotice();
    long asked = getId();
    shown =
        asked == 0
            ? all.stream().findFirst()
            : all.stream().filter(one -> one.announcement().id() == asked).findFirst();
    roll = shown.map(lists::roll).orElse(roll);
  }

  /** Files an objection, and leads to its case. */
  public void object() {
    try {
      long entry = FormInput.number(request, "entry");
      ObjectionFiling filing =
          new ObjectionFiling(
              getId(),
              Optional.of(entry).filter(number -> number > 0),
              getWords(),
              getName(),
              getContact());
      if (limits.mayFile(request)) {
        FormInput.leadTo(
            request.getContextPath()
                + "/notice/objection?filed=true&case="
                + objections.file(filing));
      } else {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(TOO_MANY_REQUESTS);
        problem = new FormState("object", "none", text.of("announce.tooOften"));
      }
    } catch (AnnouncementRefused e) {
      problem = FormState.refused("object", e, text);
    }
  }

  /** The lists on notice, the newest first. */
  public List<Listed> getAll() {
    return all;
  }

  /** Whether there is a list to show. */
  public boolean isThere() {
    return shown.isPresent();
  }

  /** Whether a certain list was asked for that is not on notice. */
  public boolean isOver() {
    return shown.isEmpty() && getId() > 0;
  }

  /** The list. */
  public Announcement getList() {
    return shown.orElseThrow().announcement();
  }

  /** The campaign's title. */
  public String getCampaign() {
    return shown.orElseThrow().campaign().title();
  }

  /** Who runs the campaign. */
  public String getOrganizer() {
    return shown.orElseThrow().campaign().organizer();
  }

  /** How many days are left, today included. */
  public int getDaysLeft() {
    return shown
        .flatMap(one -> one.announcement().days().map(d -> d.left(campaigns.today(one.campaign()))))
        .orElse(0);
  }

  /** Every line, to choose from. */
  public HonourRoll getRoll() {
    return roll;
  }

  /** The lines of this page. */
  public HonourRoll getPart() {
    return roll.part(getPage().offset(RollPage.SIZE), RollPage.SIZE);
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return RollPage.of(request, roll);
  }

  /** The number of the list that is asked for; 0 for none. */
  public long getId() {
    return FormInput.number(request, "id");
  }

  /** The line that was chosen; 0 for the list as a whole. */
  public long getEntry() {
    return FormInput.number(request, "entry");
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** The name so far. */
  public String getName() {
    return FormInput.text(request, "name");
  }

  /** The contact so far. */
  public String getContact() {
    return FormInput.text(request, "contact");
  }

  /** Why it was not taken. */
  public FormState getProblem() {
    return problem;
  }
}
