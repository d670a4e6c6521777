package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.plan.SchoolDesk;
import cloud.laurel.roster.School;
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

/** {@code /school/showcase}: a school's cases in all campaigns. */
@Named("schoolShowcase")
@RequestScoped
public class SchoolShowcaseView {

  @Inject private FrameView frame;
  @Inject private SchoolDesk desk;
  @Inject private CampaignService campaigns;
  @Inject private ShowcaseService showcases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<School> own = List.of();
  private Optional<School> school = Optional.empty();
  private List<ShowcaseRow> rows = List.of();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    own = desk.schools(campaign);
    school = desk.school(campaign, FormInput.text(request, "code"));
    rows =
        school
            .map(
                s ->
                    ShowcaseRow.of(
                        showcases.ofSchool(s.code()),
                        campaigns.all(),
                        request.getContextPath() + "/school/showcase/picture",
                        text))
            .orElse(List.of());
  }

  /** Whether the caller has a school to write for. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** The schools that the caller may write for. */
  public List<School> getOwn() {
    return own;
  }

  /** The address of the same page for another school. */
  public String linkOf(School other) {
    return frame.link("/school/showcase?code=" + encoded(other.code()));
  }

  /** The school's name. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The school's code. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The school's cases, newest first. */
  public List<ShowcaseRow> getRows() {
    return rows;
  }

  /** The address of a case. */
  public String caseLink(long id) {
    return frame.link("/school/showcase/case?code=" + encoded(getCode()) + "&case=" + id);
  }

  /** The campaigns for which the school can write a case, the one that is shown first. */
  public List<Campaign> getOpen() {
    return frame.getCampaigns().stream()
        .filter(c -> c.includes(getCode()))
        .sorted((a, b) -> Boolean.compare(isShown(b), isShown(a)))
        .toList();
  }

  private boolean isShown(Campaign campaign) {
    return campaign.code().equals(frame.getCode());
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }
}
