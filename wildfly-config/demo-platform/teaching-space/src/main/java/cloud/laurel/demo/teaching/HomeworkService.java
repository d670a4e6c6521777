package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Homework: teachers assign it, pupils finish it. */
@ApplicationScoped
@Transactional
public class HomeworkService {

  @Inject private Works works;

  /** Assigns one. */
  public Work assign(String account, String title, String detail) {
    return works.add(Task.HOMEWORK, title, detail, account);
  }

  /** A pupil finishes one. */
  public Work complete(String pupil, long homework) {
    return works.add(Task.HOMEWORK_DONE, works.byId(homework).getTitle(), "", pupil);
  }
}
