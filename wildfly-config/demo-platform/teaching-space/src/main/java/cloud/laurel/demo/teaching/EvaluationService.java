package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What teachers say about pupils. */
@ApplicationScoped
@Transactional
public class EvaluationService {

  @Inject private Works works;

  /** Completes the evaluation of a pupil. */
  public Work complete(String account, PlatformUser pupil, String detail) {
    return works.add(Task.EVALUATION, pupil.getName(), detail, account);
  }
}
