package cloud.laurel.demo.teaching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Courses that pupils study; an EJB. */
@Stateless
public class CourseService {

  @Inject private Works works;

  /** A pupil studies one. */
  public Work study(String pupil, String course) {
    return works.add(Task.STUDY, course, "", pupil);
  }
}
