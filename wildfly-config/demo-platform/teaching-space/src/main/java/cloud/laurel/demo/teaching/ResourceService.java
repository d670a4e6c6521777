package cloud.laurel.demo.teaching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Teaching resources; an EJB. */
@Stateless
public class ResourceService {

  @Inject private Works works;

  /** Uploads one. */
  public Work upload(String account, String title, String detail) {
    return works.add(Task.RESOURCE, title, detail, account);
  }
}
