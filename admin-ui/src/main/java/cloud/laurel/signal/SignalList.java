package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of signals, as the HTTP contract spells it. */
public record SignalList(@Nullable String watchedAt, long total, List<Row> rows) {

  /**
   * A signal.
   *
   * @param subjectKind ACCOUNT, SCHOOL or OBJECT
   * @param severity how many times the threshold, as a decimal string
   * @param facts the numbers it rests on, by name
   * @param accounts the people concerned, 50 at most
   */
  public record Row(
      long id,
      String kind,
      String state,
      String subjectKind,
      String subject,
      String name,
      @Nullable String school,
      String severity,
      String firstDay,
      String lastDay,
      Map<String, Long> facts,
      List<String> accounts) {}

  static SignalList of(Campaign campaign, Watch watch, SignalPage page) {
    return new SignalList(
        watch.finishedAt().map(at -> Campaigns.time(campaign, at)).orElse(null),
        page.total(),
        page.rows().stream().map(SignalList::row).toList());
  }

  private static Row row(Signal signal) {
    return new Row(
        signal.id(),
        signal.kind().name(),
        signal.state().name(),
        signal.subject().type().name(),
        signal.subject().code(),
        signal.name(),
        signal.school().map(Signal.School::code).orElse(null),
        signal.severity().toPlainString(),
        signal.firstDay().toString(),
        signal.lastDay().toString(),
        signal.evidence().facts(),
        signal.evidence().accounts());
  }
}
