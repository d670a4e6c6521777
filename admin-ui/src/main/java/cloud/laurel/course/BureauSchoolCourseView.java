package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The part of {@code /bureau/school} that shows a school's course and its teachers' functions. */
@Named("bureauSchoolCourse")
@RequestScoped
public class BureauSchoolCourseView {

  @Inject private FrameView frame;
  @Inject private CourseService courses;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private SchoolCourse course = new SchoolCourse(List.of(), "", "");
  private FunctionTable functions = new FunctionTable(List.of(), List.of(), "");

  @PostConstruct
  void load() {
    Optional.ofNullable(request.getParameter("code"))
        .ifPresent(code -> frame.campaign().ifPresent(campaign -> load(campaign, code)));
  }

  private void load(Campaign campaign, String code) {
    course = SchoolCourse.of(courses.ofSchool(campaign, code), text);
    functions = FunctionTable.of(campaign, courses.activity(campaign, List.of(code)), text);
  }

  /** How the school's score has grown. */
  public SchoolCourse getCourse() {
    return course;
  }

  /** What its teachers' functions brought by week. */
  public FunctionTable getFunctions() {
    return functions;
  }
}
