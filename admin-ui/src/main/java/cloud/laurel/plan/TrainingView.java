package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.input.FileRefused;
import cloud.laurel.roster.School;
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
import java.util.Optional;
import java.util.Set;

/** {@code /school/training}: a school's training log. */
@Named("training")
@RequestScoped
public class TrainingView {

  private static final TrainingDraft EMPTY =
      new TrainingDraft("", "", "", "", "", "", List.of(), Set.of());

  @Inject private FrameView frame;
  @Inject private SchoolDesk desk;
  @Inject private CampaignService campaigns;
  @Inject private TrainingService trainings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<School> own = List.of();
  private Optional<School> school = Optional.empty();
  private List<TrainingRow> rows = List.of();
  private List<EventRow> history = List.of();
  private Optional<TrainingRow> edited = Optional.empty();
  private TrainingDraft draft = EMPTY;
  private List<FormProblems.One> problems = List.of();

  /** Something that happened to the log. */
  public record EventRow(String at, String who, String what, String words) {}

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own = desk.schools(campaign);
    school = desk.school(campaign, FormInput.text(request, "code"));
    school.ifPresent(s -> load(campaign, s));
  }

  private void load(Campaign campaign, School of) {
    String link = frame.link("/school/training/file?code=" + getCodeParameter());
    rows =
        trainings.of(campaign, of.code()).stream()
            .map(one -> TrainingRow.of(one, link, text))
            .toList();
    history =
        trainings.history(campaign, of.code()).stream()
            .map(
                e ->
                    new EventRow(
                        text.time(e.at(), campaign.zone()),
                        e.name(),
                        text.of("training.event." + e.what()),
                        e.words()))
            .toList();
    long id = FormInput.number(request, "edit");
    edited = rows.stream().filter(row -> row.training().id() == id).findFirst();
    draft = edited.map(row -> draft(row.training())).orElse(EMPTY);
  }

  private static TrainingDraft draft(Training training) {
    return new TrainingDraft(
        training.from().toString(),
        training.to().map(Object::toString).orElse(""),
        training.topic(),
        training.place(),
        "" + training.participants(),
        training.link(),
        List.of(),
        Set.of());
  }

  /** Stores what the form says: a new entry, or the one that is being changed. */
  public void save() {
    TrainingDraft sent =
        new TrainingDraft(
            FormInput.text(request, "from"),
            FormInput.text(request, "to"),
            FormInput.text(request, "topic"),
            FormInput.text(request, "place"),
            FormInput.text(request, "participants"),
            FormInput.text(request, "link"),
            FormInput.files(request),
            PlanForm.removed(request));
    long id = FormInput.number(request, "edit");
    act(
        (campaign, code) -> {
          if (id == 0) {
            trainings.add(campaign, code, desk.account(), sent);
          } else {
            trainings.change(campaign, code, desk.account(), id, version(), sent);
          }
        });
    draft = sent;
  }

  /** Takes an entry out of the log. */
  public void remove() {
    act(
        (campaign, code) ->
            trainings.remove(
                campaign, code, desk.account(), FormInput.number(request, "id"), version()));
  }

  private int version() {
    return (int) FormInput.number(request, "version");
  }

  private interface Change {
    void make(Campaign campaign, String school);
  }

  private void act(Change change) {
    Campaign campaign = frame.campaign().orElseThrow();
    try {
      change.make(campaign, school.orElseThrow().code());
      FormInput.leadTo(frame.link(address()));
    } catch (InvalidInput e) {
      problems = FormProblems.of(e, "training.field.", text);
    } catch (FileRefused e) {
      problems = FormProblems.of(e, text);
    } catch (PlanRefused e) {
      load(campaign);
      problems = FormProblems.of(e, text);
    }
  }

  private String address() {
    return "/school/training?code=" + getCodeParameter();
  }

  /** Whether the caller has a school to log trainings for. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** Whether the log can be changed: only while the campaign runs. */
  public boolean isOpen() {
    return frame.campaign().filter(c -> c.state() == Campaign.State.RUNNING).isPresent();
  }

  /** The schools that the caller may log for. */
  public List<School> getOwn() {
    return own;
  }

  /** The address of the same page for another school. */
  public String linkOf(School other) {
    return frame.link("/school/training?code=" + encoded(other.code()));
  }

  /** The school's name. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The school's code. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The same as part of an address. */
  public String getCodeParameter() {
    return encoded(getCode());
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  /** The entries, newest first. */
  public List<TrainingRow> getRows() {
    return rows;
  }

  /** How many took part in all entries, whoever came twice counted twice. */
  public long getParticipants() {
    return rows.stream().mapToLong(row -> row.training().participants()).sum();
  }

  /** What happened to the log, newest first. */
  public List<EventRow> getHistory() {
    return history;
  }

  /** The address of the form that changes an entry. */
  public String edit(long id) {
    return frame.link(address() + "&edit=" + id) + "#form-title";
  }

  /** The address without an entry being changed. */
  public String getPlain() {
    return frame.link(address());
  }

  /** The number of the entry that is being changed, 0 for a new one. */
  public long getEdited() {
    return edited.map(row -> row.training().id()).orElse(0L);
  }

  /** The version that the form stands on. */
  public int getVersion() {
    return edited.map(row -> row.training().version()).orElse(0);
  }

  /** The files of the entry that is being changed. */
  public List<PlanSheet.FileRow> getKept() {
    return edited.map(TrainingRow::files).orElse(List.of());
  }

  /** What stands in the form. */
  public TrainingDraft getDraft() {
    return draft;
  }

  /** The last day that can be logged. */
  public String getToday() {
    return frame.campaign().map(c -> campaigns.today(c).toString()).orElse("");
  }

  /** Why the form was not taken; empty when all is in order. */
  public List<FormProblems.One> getProblems() {
    return problems;
  }

  /** How many files may still be added. */
  public int getFilesLeft() {
    return TrainingService.MAX_FILES - getKept().size();
  }
}
