package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.standing.LedgerRow;
import cloud.laurel.web.Texts;
import java.time.LocalDate;
import java.util.List;

/**
 * An appeal in plain words, as both sides see it.
 *
 * @param indicator name of the claimed one, may be empty
 * @param outcome what granting moved, empty unless granted
 * @param entry the contested line, at most one
 * @param neighbours other lines of that day under the same indicator
 * @param history oldest first
 */
public record CaseSheet(
    Appeal appeal,
    String name,
    String school,
    String indicator,
    String filedAt,
    boolean overdue,
    String outcome,
    List<LedgerRow> entry,
    List<LedgerRow> neighbours,
    List<Step> history,
    int filesLeft) {

  /** Something that happened. */
  public record Step(String at, String who, String what, String words, List<File> files) {}

  /** A file to be fetched. */
  public record File(String name, String size, String link) {}

  /**
   * As a page shows it.
   *
   * @param files address of the servlet that hands out attachments to this reader
   * @param bureau whether an officer reads it: they see each other's sign-in names
   */
  static CaseSheet of(AppealCase found, LocalDate today, String files, boolean bureau, Texts text) {
    Campaign campaign = found.campaign();
    Appeal appeal = found.appeal();
    return new CaseSheet(
        appeal,
        found.name(),
        found.schoolName(),
        indicator(campaign, appeal),
        text.time(appeal.filedAt(), campaign.zone()),
        appeal.overdue(today),
        appeal.points().map(points -> outcome(points, text)).orElse(""),
        found.entry().stream().map(row -> LedgerRow.of(campaign, row, today, text)).toList(),
        found.neighbours().stream().map(row -> LedgerRow.of(campaign, row, today, text)).toList(),
        found.history().stream()
            .map(event -> step(campaign, appeal, event, files, bureau, text))
            .toList(),
        found.filesLeft());
  }

  /** The claimed indicator's name, empty without one. */
  static String indicator(Campaign campaign, Appeal appeal) {
    return campaign.rulesOn(appeal.day()).indicators().stream()
        .filter(i -> i.code().equals(appeal.indicator()))
        .map(Indicator::name)
        .findFirst()
        .orElse("");
  }

  private static String outcome(long points, Texts text) {
    return points == 0
        ? text.of("appeal.outcome.nothing")
        : text.of("appeal.outcome", (points > 0 ? "+" : "") + points);
  }

  private static Step step(
      Campaign campaign,
      Appeal appeal,
      AppealEvent event,
      String files,
      boolean bureau,
      Texts text) {
    String who =
        !event.bureau()
            ? event.name()
            : bureau ? text.of("appeal.officer", event.actor()) : text.of("appeal.bureau");
    return new Step(
        text.time(event.at(), campaign.zone()),
        who,
        text.of("appeal.event." + event.what()),
        event.words(),
        event.attachments().stream()
            .map(
                a ->
                    new File(
                        a.name(),
                        text.of("appeal.size", text.number((a.size() + 1023) / 1024)),
                        files + "?id=" + appeal.id() + "&file=" + a.id()))
            .toList());
  }
}
