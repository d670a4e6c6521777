package cloud.laurel.demo.teaching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Marks of tests; an EJB. */
@Stateless
public class MarksService {

  @Inject private Works works;

  /** Records the marks of one test. */
  public Work create(String account, String title, String detail) {
    return works.add(Task.MARKS, title, detail, account);
  }
}
