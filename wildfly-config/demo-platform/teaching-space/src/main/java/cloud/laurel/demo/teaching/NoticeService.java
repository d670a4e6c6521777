package cloud.laurel.demo.teaching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Notices to parents and pupils; an EJB. */
@Stateless
public class NoticeService {

  @Inject private Works works;

  /** Publishes one. */
  public Work publish(String account, String title, String detail) {
    return works.add(Task.NOTICE, title, detail, account);
  }
}
