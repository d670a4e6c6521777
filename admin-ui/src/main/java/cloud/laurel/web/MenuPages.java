package cloud.laurel.web;

import cloud.laurel.plugin.PluginPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.Set;

/** The pages that appear in the platform's menus. */
@ApplicationScoped
public class MenuPages {

  /** A teacher's points. */
  @Produces
  @Dependent
  public PluginPage my() {
    return page("my", "/laurel/my", "我的积分", "My points", Caller.TEACHER, 10);
  }

  /** A school's standing. */
  @Produces
  @Dependent
  public PluginPage school() {
    return page("school", "/laurel/school", "学校成绩", "My school", Caller.SCHOOL_ADMIN, 20);
  }

  /** The bureau's desk. */
  @Produces
  @Dependent
  public PluginPage bureau() {
    return page("bureau", "/laurel/bureau", "教育局工作台", "Bureau desk", Caller.BUREAU, 30);
  }

  private static PluginPage page(
      String id, String path, String chinese, String english, String role, int order) {
    return new PluginPage(id, path, Map.of("zh-CN", chinese, "en", english), Set.of(role), order);
  }
}
