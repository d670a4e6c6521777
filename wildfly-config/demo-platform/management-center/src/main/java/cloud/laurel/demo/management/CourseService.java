package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Manages the school's courses, each call one transaction of an interceptor. */
@ApplicationScoped
@Transactional
public class CourseService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.COURSE;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.COURSE, name, note);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
