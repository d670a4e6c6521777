package cloud.laurel.demo.teaching;

import cloud.laurel.plugin.Publishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Prepared lessons; the method says itself that it is an action. */
@ApplicationScoped
@Transactional
public class LessonService {

  @Inject private Works works;

  /** Prepares one. */
  @Publishes(value = "lesson.prepared", object = "result.id", objectName = "result.title")
  public Work prepare(String account, String title, String detail) {
    return works.add(Task.LESSON, title, detail, account);
  }
}
