package cloud.laurel.announcement;

import cloud.laurel.announcement.PublicListService.Listed;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code /honours}: the published honours, campaign by campaign. */
@Named("honours")
@RequestScoped
public class HonoursView {

  @Inject private PublicListService lists;
  @Inject private HttpServletRequest request;

  private List<Listed> all = List.of();
  private Optional<Listed> shown = Optional.empty();
  private HonourRoll roll = new HonourRoll("", List.of());

  @PostConstruct
  void load() {
    all = lists.published();
    String asked = FormInput.text(request, "campaign");
    shown =
        asked.isEmpty()
            ? all.stream().findFirst()
            : all.stream().filter(one -> one.campaign().code().equals(asked)).findFirst();
    String school = getSchool();
    roll =
        shown
            .map(lists::roll)
            .map(
                whole ->
                    whole.only(
                        e ->
                            e.school().contains(school)
                                || e.school().isEmpty() && e.name().contains(school)))
            .orElse(roll);
  }

  /** The published lists, that of the newest campaign first. */
  public List<Listed> getAll() {
    return all;
  }

  /** Whether there is a list to show. */
  public boolean isThere() {
    return shown.isPresent();
  }

  /** The list. */
  public Listed getShown() {
    return shown.orElseThrow();
  }

  /** The day on which it was published. */
  public String getPublishedOn() {
    return shown
        .flatMap(
            one -> one.announcement().publishedAt().map(at -> one.campaign().dayOf(at).toString()))
        .orElse("");
  }

  /** The lines of this page. */
  public HonourRoll getPart() {
    return roll.part(getPage().offset(RollPage.SIZE), RollPage.SIZE);
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return RollPage.of(request, roll);
  }

  /** Part of the name of the school that is asked for; empty for all. */
  public String getSchool() {
    return FormInput.text(request, "school").strip();
  }

  /** The address of another page of this list. */
  public String at(int page) {
    return "?campaign="
        + encoded(shown.map(one -> one.campaign().code()).orElse(""))
        + "&school="
        + encoded(getSchool())
        + "&page="
        + page;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
