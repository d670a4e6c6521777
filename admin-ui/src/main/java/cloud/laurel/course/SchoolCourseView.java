package cloud.laurel.course;

import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The part of {@code /school} that shows the school's own course. */
@Named("schoolCourse")
@RequestScoped
public class SchoolCourseView {

  @Inject private FrameView frame;
  @Inject private OwnSchools schools;
  @Inject private CourseService courses;
  @Inject private Texts text;

  private SchoolCourse course = new SchoolCourse(List.of(), "", "");

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(
            campaign ->
                schools
                    .chosen(campaign)
                    .ifPresent(
                        school ->
                            course =
                                SchoolCourse.of(courses.ofSchool(campaign, school.code()), text)));
  }

  /** The course of the school that is shown. */
  public SchoolCourse getCourse() {
    return course;
  }
}
