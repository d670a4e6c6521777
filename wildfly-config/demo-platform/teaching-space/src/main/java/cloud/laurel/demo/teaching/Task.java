package cloud.laurel.demo.teaching;

import java.util.Locale;
import java.util.Set;

/** What can be done in the teaching space, in the order of the menu. */
public enum Task {
  RESOURCE(Input.TITLE),
  LESSON(Input.TITLE),
  GROUP_CREATE(Input.TITLE),
  GROUP_JOIN(Input.GROUP),
  HOMEWORK(Input.TITLE),
  MARKS(Input.TITLE),
  EVALUATION(Input.PUPIL, Input.DETAIL),
  NOTICE(Input.TITLE, Input.DETAIL),
  ACTIVITY(Input.TITLE, Input.DETAIL),
  INVITATION(Input.COLLEAGUE),
  STUDY(Input.PUPIL, Input.TITLE),
  HOMEWORK_DONE(Input.PUPIL, Input.HOMEWORK);

  /** What the form of a task asks for. */
  public enum Input {
    TITLE,
    DETAIL,
    PUPIL,
    COLLEAGUE,
    GROUP,
    HOMEWORK
  }

  private final Set<Input> inputs;

  Task(Input... inputs) {
    this.inputs = Set.of(inputs);
  }

  /** Whether the form asks for something, by the name of an {@link Input}. */
  public boolean asks(String input) {
    return inputs.contains(Input.valueOf(input));
  }

  /** Whether it is a pupil who does it. */
  public boolean isPupils() {
    return this == STUDY || this == HOMEWORK_DONE;
  }

  /** Its name in addresses and message keys, like {@code group-create}. */
  public String getCode() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The task of an address; the lesson for anything else. */
  public static Task ofCode(String code) {
    for (Task task : values()) {
      if (task.getCode().equals(code)) {
        return task;
      }
    }
    return LESSON;
  }
}
