package cloud.laurel.campaign;

import cloud.laurel.campaign.ProblemWords.Said;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /bureau/campaign-edit}: the editor of a draft, or of a new version of running rules. */
@Named("campaignEdit")
@RequestScoped
public class CampaignEditView {

  /** Takes points back and earns none. */
  private static final String WITHDRAWN = "action.withdrawn";

  @Inject private CampaignService campaigns;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private Optional<Campaign> shown = Optional.empty();
  private Optional<RefusedEdit> refused = Optional.empty();
  private List<Said> problems = List.of();

  @PostConstruct
  void load() {
    shown =
        Optional.ofNullable(request.getParameter("code"))
            .flatMap(campaigns::find)
            .filter(
                c -> c.state() == (isProposal() ? Campaign.State.RUNNING : Campaign.State.DRAFT));
    if (request.getAttribute(RefusedEdit.ATTRIBUTE) instanceof RefusedEdit r) {
      refused = Optional.of(r);
      problems = ProblemWords.of(text, r.json()).say(r.problems());
    }
  }

  /** Whether a new version of a running campaign's rules is written, and not a draft. */
  public boolean isProposal() {
    return request.getParameter("propose") != null;
  }

  /** The day that is proposed for a new version to begin: as typed, else today. */
  public String getValidFrom() {
    return Optional.ofNullable(request.getParameter("validFrom"))
        .orElseGet(() -> campaigns.today(getShown()).toString());
  }

  /** Why a new version is proposed, as typed. */
  public String getNote() {
    return Optional.ofNullable(request.getParameter("note")).orElse("");
  }

  /** Whether the address names a draft, or a running campaign to propose a version for. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The draft. */
  public Campaign getShown() {
    return shown.orElseThrow();
  }

  /** The text to edit: what was just refused, else what is stored. */
  public String getDefinition() {
    return refused.map(RefusedEdit::json).orElseGet(() -> getShown().newest().rules().definition());
  }

  /** Tells what was edited, so that somebody else's save is not overwritten. */
  public String getBasis() {
    return refused
        .map(RefusedEdit::basis)
        .orElseGet(() -> getShown().newest().rules().fingerprint());
  }

  /** What was wrong with what was just to be saved. */
  public List<Said> getProblems() {
    return problems;
  }

  /** Whether somebody else saved meanwhile. */
  public boolean isChangedMeanwhile() {
    return refused.filter(RefusedEdit::changedMeanwhile).isPresent();
  }

  /** Whether it was just saved. */
  public boolean isSaved() {
    return refused.isEmpty() && request.getParameter("saved") != null;
  }

  /** The action types with words, by what they are done to, for a list of choices. */
  public List<Things> getTypes() {
    Map<String, List<Type>> byThing = new LinkedHashMap<>();
    List<String> earning = text.keys("type.").stream().filter(t -> !t.equals(WITHDRAWN)).toList();
    for (String key : earning) {
      String thing = key.substring(0, key.indexOf('.'));
      byThing.computeIfAbsent(thing, t -> new ArrayList<>()).add(type(key));
    }
    return byThing.entrySet().stream()
        .map(e -> new Things(text.ofCode("thing.", e.getKey()), List.copyOf(e.getValue())))
        .toList();
  }

  private Type type(String code) {
    return new Type(code, text.of("type." + code));
  }

  /** Action types of one thing. */
  public record Things(String name, List<Type> types) {}

  /** An action type with its words. */
  public record Type(String code, String name) {}
}
