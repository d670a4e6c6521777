package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Shows what happens when the platform's own work fails: nothing of it remains, nothing counts. */
@ApplicationScoped
@Transactional
public class FailingDay {

  @Inject private LessonService lessons;

  /**
   * Prepares a lesson and then fails in the same transaction.
   *
   * @throws IllegalStateException always
   */
  public void prepareAndFail(String account, String title) {
    Work work = lessons.prepare(account, title, "");
    throw new IllegalStateException("lesson " + work.getId() + " is rolled back on purpose");
  }
}
