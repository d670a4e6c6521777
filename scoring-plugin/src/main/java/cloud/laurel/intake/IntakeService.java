package cloud.laurel.intake;

import cloud.laurel.plugin.PlatformAction;
import java.util.List;

/** Takes actions in: journalled and judged in one transaction. */
public class IntakeService {

  /**
   * Journals and judges a batch; durable and scored when it returns.
   *
   * @param actions any number up to 1000, in any order, repeats allowed
   */
  public Accepted accept(List<PlatformAction> actions) {
    throw new UnsupportedOperationException();
  }

  /**
   * What became of a batch.
   *
   * @param accepted actions that were new
   * @param repeated actions that were known already, or came twice in the batch
   */
  public record Accepted(int accepted, int repeated) {}
}
