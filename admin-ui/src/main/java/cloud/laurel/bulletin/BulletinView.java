package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Weight;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * {@code /bureau/bulletin}: the bulletin to write, look at, submit and release; with {@code
 * ?version=} or {@code ?release=} an earlier one to read.
 */
@Named("bulletin")
@RequestScoped
public class BulletinView {

  @Inject private FrameView frame;
  @Inject private BulletinService bulletins;
  @Inject private Caller caller;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<BulletinDesk> desk = Optional.empty();
  private Optional<BulletinEdit> edit = Optional.empty();

  @PostConstruct
  void load() {
    if (request.getAttribute(BulletinEdit.ATTRIBUTE) instanceof BulletinEdit sent) {
      edit = Optional.of(sent);
    }
    desk = frame.campaign().map(this::load);
  }

  private BulletinDesk load(Campaign campaign) {
    return BulletinDesk.read(
        campaign,
        bulletins,
        edit,
        (int) FormInput.number(request, "version"),
        (int) FormInput.number(request, "release"),
        text);
  }

  /** Whether there is a campaign to write about. */
  public boolean isKnown() {
    return desk.isPresent();
  }

  /** Everything that the page shows. */
  public BulletinDesk getDesk() {
    return desk.orElseThrow();
  }

  /** Whether the caller may release what waits: whoever submitted it may not. */
  public boolean isReleasable() {
    return getDesk().waiting().filter(s -> !caller.name().equals(Optional.of(s.by()))).isPresent();
  }

  /** Whether it stands in the editor otherwise than it is stored. */
  public boolean isUnsaved() {
    return edit.isPresent();
  }

  /** Whether somebody else saved meanwhile. */
  public boolean isChangedMeanwhile() {
    return edit.filter(BulletinEdit::changedMeanwhile).isPresent();
  }

  /** Why it was not stored. */
  public List<FindingWords.Said> getRefusals() {
    return edit.map(e -> new FindingWords(text, e.content()).say(e.findings())).orElse(List.of());
  }

  /** The note as typed. */
  public String getNote() {
    return edit.map(BulletinEdit::note).orElse("");
  }

  /** {@code saved}, {@code submit}, {@code return}, {@code release}, or empty. */
  public String getDone() {
    String done = FormInput.text(request, "done");
    return text.has("bulletin.done." + done) ? done : "";
  }

  /** Why a step was not taken, or empty. */
  public String getRefused() {
    String why = FormInput.text(request, "refused");
    return text.has("bulletin.why." + why) ? why : "";
  }

  /** The number to release it under: as typed, else as written. */
  public String getNumber() {
    return typed("number", getDesk().content().number());
  }

  /** The date to release it with: as typed, else as written. */
  public String getDate() {
    return typed("date", getDesk().getDate());
  }

  private String typed(String name, String stored) {
    String typed = FormInput.text(request, name);
    return typed.isEmpty() ? stored : typed;
  }

  /** What the check found of a weight. */
  public List<FindingWords.Said> found(String weight) {
    return getDesk().findings().stream().filter(f -> f.weight() == Weight.valueOf(weight)).toList();
  }

  /** The paper as it looks. */
  public List<PaperLine> getPaper() {
    OfficialDocument document = getDesk().document();
    return PaperLine.of(document);
  }
}
