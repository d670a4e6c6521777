package cloud.laurel.showcase;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code /showcase/case}: one published case, for everybody. */
@Named("showcaseShown")
@RequestScoped
public class ShowcaseShownView {

  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private ShowcaseService showcases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<ShowcaseSheet> sheet = Optional.empty();

  @PostConstruct
  void load() {
    sheet = showcases.published(FormInput.number(request, "id")).map(this::sheet);
  }

  private ShowcaseSheet sheet(Showcase showcase) {
    return ShowcaseSheet.of(
        showcase,
        showcases.pictures(showcase),
        campaigns.all().stream()
            .filter(c -> c.id() == showcase.campaign())
            .findFirst()
            .orElseThrow(),
        roster.school(showcase.school()).map(School::name).orElse(""),
        request.getContextPath() + "/showcase/picture",
        text);
  }

  /** Whether there is such a case, and everybody may read it. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The case. */
  public ShowcaseSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** What the page is called. */
  public String getTitle() {
    return sheet.map(ShowcaseSheet::title).orElseGet(() -> text.of("showcase.title"));
  }
}
