package cloud.laurel.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of our roster template, in its order. They may come in any order and under the
 * Chinese head, the English one, or OneRoster's.
 */
public enum TemplateColumn {
  ACCOUNT("账号", "Account", "sourcedId", "用户账号", "账户", "account id"),
  SCHOOL_CODE("学校代码", "School code", "orgSourcedIds", "学校编码", "学校标识码"),
  SCHOOL_NAME("学校名称", "School name", "学校", "school"),
  NAME("姓名", "Name", "真实姓名", "full name"),
  USERNAME("登录名", "User name", "username", "用户名"),
  ROLE("身份", "Role", "角色", "roles"),
  GRADE("年级", "Grade", "grades"),
  CLASS("班级", "Class", "metadata.class", "class name"),
  REGISTERED("空间注册时间", "Space registered", "metadata.spaceRegisteredAt", "注册时间"),
  ACTIVATED("空间激活时间", "Space activated", "metadata.spaceActivatedAt", "激活时间"),
  EMAIL("邮箱", "E-mail", "email", "电子邮箱", "mail"),
  FAMILY_NAME("姓", "Family name", "familyName"),
  GIVEN_NAME("名", "Given name", "givenName");

  private static final Map<String, TemplateColumn> BY_HEADING = byHeading();

  private final String chinese;
  private final String english;
  private final List<String> others;

  TemplateColumn(String chinese, String english, String... others) {
    this.chinese = chinese;
    this.english = english;
    this.others = List.of(others);
  }

  /** The template's own columns; the others are only understood. */
  public static List<TemplateColumn> offered() {
    return Arrays.stream(values()).filter(c -> c != FAMILY_NAME && c != GIVEN_NAME).toList();
  }

  /** The heading in the template of a language. */
  public String heading(Locale language) {
    return language.getLanguage().equals("en") ? english : chinese;
  }

  /** The column that a heading stands for; marks like a star for needed columns do not matter. */
  static Optional<TemplateColumn> of(String heading) {
    return Optional.ofNullable(BY_HEADING.get(plain(heading)));
  }

  private static Map<String, TemplateColumn> byHeading() {
    Map<String, TemplateColumn> found = new HashMap<>();
    for (TemplateColumn column : values()) {
      found.put(plain(column.chinese), column);
      found.put(plain(column.english), column);
      column.others.forEach(other -> found.put(plain(other), column));
    }
    return found;
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s\\p{Zs}*:_-]", "")
        .toLowerCase(Locale.ROOT);
  }
}
