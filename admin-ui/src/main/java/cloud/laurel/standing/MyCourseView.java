package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The part of {@code /my} that looks back: the person's own course. */
@Named("myCourse")
@RequestScoped
public class MyCourseView {

  @Inject private FrameView frame;
  @Inject private MyView my;
  @Inject private CampaignService campaigns;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<MyCourse> course = Optional.empty();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(campaign -> my.course().ifPresent(days -> load(campaign, days)));
  }

  private void load(Campaign campaign, PersonCourse days) {
    LocalDate today = campaigns.today(campaign);
    if (!today.isBefore(campaign.from())) {
      course =
          Optional.of(
              MyCourse.of(campaign, days, today, month().orElse(YearMonth.from(today)), text));
    }
  }

  /** The month that the address asks for; nonsense counts as not given. */
  private Optional<YearMonth> month() {
    try {
      return Optional.ofNullable(request.getParameter("month")).map(YearMonth::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the campaign has begun for somebody on the roster. */
  public boolean isBegun() {
    return course.isPresent();
  }

  /** The course. */
  public MyCourse getCourse() {
    return course.orElseThrow();
  }

  /** The address of another month's calendar. */
  public String ofMonth(String month) {
    return frame.link("/my?month=" + month) + "#calendar";
  }
}
