package cloud.laurel.demo.teaching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Research groups of teachers; an EJB. */
@Stateless
public class ResearchGroupService {

  @Inject private Works works;

  /** Founds one. */
  public Work create(String account, String title, String detail) {
    return works.add(Task.GROUP_CREATE, title, detail, account);
  }

  /** Joins one. */
  public Work join(String account, long group) {
    return works.add(Task.GROUP_JOIN, works.byId(group).getTitle(), "", account);
  }
}
