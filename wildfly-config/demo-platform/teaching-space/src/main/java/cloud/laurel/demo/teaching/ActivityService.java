package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Activities of the school. */
@ApplicationScoped
@Transactional
public class ActivityService {

  @Inject private Works works;

  /** Publishes one. */
  public Work publish(String account, String title, String detail) {
    return works.add(Task.ACTIVITY, title, detail, account);
  }
}
