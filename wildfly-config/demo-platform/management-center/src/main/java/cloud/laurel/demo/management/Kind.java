package cloud.laurel.demo.management;

import java.util.Locale;

/** What an administrator manages, in the order of the menu. */
public enum Kind {
  GRADE(true, true),
  CLASS(true, true),
  DEPARTMENT(true, true),
  TERM(false, true),
  STUDENT(true, true),
  PARENT(true, true),
  STAFF(true, true),
  TEACHING_ASSIGNMENT(true, true),
  TEXTBOOK(false, false),
  COURSE(false, true);

  private final boolean imported;
  private final boolean edited;

  Kind(boolean imported, boolean edited) {
    this.imported = imported;
    this.edited = edited;
  }

  /** Whether many can be taken over from a list. */
  public boolean isImported() {
    return imported;
  }

  /** Whether one can be changed after it was made. */
  public boolean isEdited() {
    return edited;
  }

  /** Its name in addresses and message keys, like {@code teaching-assignment}. */
  public String getCode() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of an address; the first one for anything else. */
  public static Kind ofCode(String code) {
    for (Kind kind : values()) {
      if (kind.getCode().equals(code)) {
        return kind;
      }
    }
    return GRADE;
  }
}
