package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.input.FileRefused;
import cloud.laurel.plan.SchoolDesk;
import cloud.laurel.roster.School;
import cloud.laurel.showcase.ShowcaseRefused.Why;
import cloud.laurel.showcase.ShowcaseSheet.PictureRow;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
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
import java.util.UUID;

/** {@code /school/showcase/case}: one case of a school, to be written, submitted and looked at. */
@Named("showcaseEdit")
@RequestScoped
public class ShowcaseEditView {

  @Inject private FrameView frame;
  @Inject private SchoolDesk desk;
  @Inject private CampaignService campaigns;
  @Inject private ShowcaseService showcases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<School> school = Optional.empty();
  private Optional<Campaign> campaign = Optional.empty();
  private Optional<Showcase> stored = Optional.empty();
  private List<String> themes = List.of();
  private List<Picture> pictures = List.of();
  private Optional<ShowcaseSheet> sheet = Optional.empty();
  private Optional<ShowcaseHistory> history = Optional.empty();
  private ShowcaseDraft draft = ShowcaseForm.of(Showcase.Content.EMPTY);
  private Map<Long, String> alts = Map.of();
  private List<ShowcaseProblems.One> problems = List.of();
  private boolean saved;
  private boolean changedMeanwhile;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(shown -> load(shown, FormInput.number(request, "case")));
    problems = ShowcaseProblems.ofLate(request, stored, text);
  }

  private void load(Campaign shown, long id) {
    String code = FormInput.text(request, "code");
    themes = showcases.themes();
    school = desk.school(shown, code).filter(s -> code.isEmpty() || s.code().equals(code));
    stored =
        school.flatMap(s -> showcases.find(id).filter(found -> found.school().equals(s.code())));
    campaign =
        stored.isEmpty()
            ? Optional.of(shown)
            : campaigns.all().stream().filter(c -> c.id() == stored.get().campaign()).findFirst();
    stored.ifPresent(this::show);
  }

  private void show(Showcase showcase) {
    pictures = showcases.pictures(showcase);
    draft = ShowcaseForm.of(showcase.content());
    Campaign of = campaign.orElseThrow();
    sheet = Optional.of(ShowcaseSheet.of(showcase, pictures, of, getName(), picturePath(), text));
    history =
        Optional.of(ShowcaseHistory.of(showcase, showcases.history(showcase), of, false, text));
  }

  private String picturePath() {
    return request.getContextPath() + "/school/showcase/picture";
  }

  /** Keeps what has been written. */
  public void save() {
    act(false);
  }

  /** Keeps it and hands it to the bureau; what is missing keeps it from being handed on only. */
  public void submit() {
    act(true);
  }

  private void act(boolean submitted) {
    ShowcaseChange change = ShowcaseForm.change(request);
    long id = stored.map(Showcase::id).orElse(0L);
    try {
      requireWanted(id);
      id = store(id, change);
      saved = true;
      if (submitted) {
        submit(id);
      }
      FormInput.leadTo(address(id) + "&done=" + (submitted ? "submitted" : "saved"));
      return;
    } catch (InvalidInput e) {
      reload(id);
      problems = ShowcaseProblems.of(e, pictures, text);
    } catch (FileRefused e) {
      problems = ShowcaseProblems.of(e, text);
    } catch (ShowcaseRefused e) {
      reload(id);
      problems = ShowcaseProblems.of(e, text);
      changedMeanwhile = e.why() == Why.CHANGED;
    }
    if (!saved) {
      draft = change.draft();
      alts = change.alts();
    }
  }

  private void requireWanted(long id) {
    if (id != FormInput.number(request, "case") || school.isEmpty()) {
      throw new ShowcaseRefused(Why.UNKNOWN);
    }
  }

  private long store(long id, ShowcaseChange change) {
    Campaign of = campaign.orElseThrow();
    if (id == 0) {
      return showcases.begin(of, getCode(), desk.account(), change);
    }
    showcases.save(of, getCode(), desk.account(), id, change);
    return id;
  }

  private void submit(long id) {
    int version = showcases.find(id).map(Showcase::version).orElse(0);
    boolean consent = !FormInput.text(request, "consent").isEmpty();
    showcases.submit(campaign.orElseThrow(), getCode(), desk.account(), id, version, consent);
  }

  private void reload(long id) {
    frame.campaign().ifPresent(shown -> load(shown, id));
  }

  /** Asks the bureau to withdraw what it has published. */
  public void askWithdrawal() {
    long id = stored.map(Showcase::id).orElse(0L);
    try {
      requireWanted(id);
      showcases.askWithdrawal(
          campaign.orElseThrow(),
          getCode(),
          desk.account(),
          id,
          (int) FormInput.number(request, "version"),
          getWords());
      FormInput.leadTo(address(id) + "&done=asked");
    } catch (ShowcaseRefused e) {
      reload(id);
      problems = ShowcaseProblems.of(e, text);
    }
  }

  private String address(long id) {
    return frame.link("/school/showcase/case?code=" + encoded(getCode()) + "&case=" + id);
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  /** Whether the caller may write for the school, and there is such a case if one is named. */
  public boolean isKnown() {
    boolean named = FormInput.number(request, "case") != 0;
    return school.isPresent() && (stored.isPresent() || !named);
  }

  /** The school's name. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The school's code. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The address of the list. */
  public String getList() {
    return frame.link("/school/showcase?code=" + encoded(getCode()));
  }

  /** The title of the campaign that the case belongs to. */
  public String getCampaign() {
    return campaign.map(Campaign::title).orElse("");
  }

  /** Whether anything was ever stored. */
  public boolean isBegun() {
    return stored.isPresent();
  }

  /** The case's number, 0 for a new one. */
  public long getId() {
    return stored.map(Showcase::id).orElse(0L);
  }

  /** The version that the form stands on. */
  public int getVersion() {
    boolean asSent = !saved && !problems.isEmpty() && !changedMeanwhile;
    return asSent
        ? (int) FormInput.number(request, "version")
        : stored.map(Showcase::version).orElse(0);
  }

  /** Whether somebody else saved while the form was being filled in. */
  public boolean isChangedMeanwhile() {
    return changedMeanwhile;
  }

  /** What tells one form from another. */
  public String getSlip() {
    String sent = FormInput.text(request, "slip");
    return sent.isEmpty() ? UUID.randomUUID().toString() : sent;
  }

  /** Where it stands; empty for a new one. */
  public String getState() {
    return stored.map(s -> s.state().name()).orElse("");
  }

  /** Whether the school may write now. */
  public boolean isWritable() {
    return campaign.filter(ShowcaseService::isOpen).filter(c -> c.includes(getCode())).isPresent()
        && stored.map(s -> s.state().isWritable()).orElse(true);
  }

  /** Whether the school can ask for its withdrawal. */
  public boolean isAskable() {
    return stored
        .filter(s -> s.state() == Showcase.State.PUBLISHED && !s.withdrawalAsked())
        .isPresent();
  }

  /** The case as it is stored. */
  public ShowcaseSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** What happened to it. */
  public ShowcaseHistory getHistory() {
    return history.orElseThrow();
  }

  /** What stands in the form. */
  public ShowcaseDraft getDraft() {
    return draft;
  }

  /** The themes that are offered. */
  public List<String> getThemes() {
    return themes;
  }

  /** The pictures that are there. */
  public List<PictureRow> getPictures() {
    return ShowcaseSheet.rows(pictures, picturePath());
  }

  /** What stands in the field below a picture. */
  public String alt(PictureRow picture) {
    return alts.getOrDefault(picture.id(), picture.alt());
  }

  /** How many pictures may still be added. */
  public int getPicturesLeft() {
    return ShowcaseService.MAX_PICTURES - pictures.size();
  }

  /** What the school has written about a withdrawal so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** Why the form was not taken; empty when all is in order. */
  public List<ShowcaseProblems.One> getProblems() {
    return problems;
  }

  /** Whether everything is stored and only the handing on has failed. */
  public boolean isSaved() {
    return saved;
  }

  /** {@code saved}, {@code submitted}, {@code asked}, or empty when nothing has just been done. */
  public String getDone() {
    String done = FormInput.text(request, "done");
    return List.of("saved", "submitted", "asked").contains(done) ? done : "";
  }
}
