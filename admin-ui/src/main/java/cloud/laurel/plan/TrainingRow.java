package cloud.laurel.plan;

import cloud.laurel.plan.PlanSheet.FileRow;
import cloud.laurel.web.Texts;
import java.util.List;

/** An entry of a training log in words. */
public record TrainingRow(Training training, String when, List<FileRow> files) {

  /**
   * As a page shows it.
   *
   * @param link address of the servlet that hands out its files to this reader
   */
  static TrainingRow of(Training training, String link, Texts text) {
    return new TrainingRow(
        training,
        training
            .to()
            .map(to -> text.of("plan.range", training.from(), to))
            .orElse(training.from().toString()),
        training.files().stream()
            .map(file -> FileRow.of(file, link + "&training=" + training.id(), text))
            .toList());
  }
}
