package cloud.laurel.demo.teaching;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Shows what happens when the platform's own work fails: nothing of it remains, nothing counts. */
@Stateless
public class FailingDay {

  @Inject private LessonService lessons;

  /**
   * Prepares a lesson and then fails in the same transaction.
   *
   * @throws EJBException always
   */
  public void prepareAndFail(String account, String title) {
    Work work = lessons.prepare(account, title, "");
    throw new EJBException("lesson " + work.getId() + " is rolled back on purpose");
  }
}
