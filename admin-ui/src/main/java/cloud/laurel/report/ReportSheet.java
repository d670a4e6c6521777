package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.Rate;
import cloud.laurel.web.Texts;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report in words, for page and document alike.
 *
 * @param number of the report in its campaign
 * @param title with the number
 * @param campaign its title
 * @param asOf as of when its figures are
 * @param day on which it was made
 * @param summary sentences with the main figures
 * @param lines one for each figure
 * @param since as of when the report before is; empty in the first
 * @param lagging what is not done
 * @param boards first ten and lowest ten
 * @param mark first digits of what proves that nothing was changed
 */
public record ReportSheet(
    long id,
    int number,
    String title,
    String campaign,
    String organizer,
    String asOf,
    String day,
    List<String> summary,
    List<Line> lines,
    String since,
    List<Behind> lagging,
    List<Ranking> boards,
    String mark) {

  private static final int MARK = 16;
  private static final String NONE = "--";

  /**
   * A figure.
   *
   * @param value as printed: a count with what it is a part of, or a mean
   * @param share rate in per cent, or two dashes
   * @param before the value of the report before, or two dashes
   * @param change by how much it moved, with a sign, or two dashes
   */
  public record Line(
      Measure measure, String name, String value, String share, String before, String change) {}

  /**
   * An item that schools have not done.
   *
   * @param schools names of the late ones
   */
  public record Behind(String name, String counts, List<String> schools, long unnamed) {}

  /** A board with its heading. */
  public record Ranking(Board.Kind kind, String name, List<Board.Place> places) {}

  static ReportSheet of(
      Campaign campaign,
      ProgressReport report,
      Content content,
      Optional<ProgressReport> before,
      Optional<Content> beforeContent,
      Texts text) {
    String month =
        content.month().map(m -> m.format(pattern("report.monthPattern", text))).orElse("");
    return new ReportSheet(
        report.id(),
        report.number(),
        text.of("report.heading", report.number()),
        content.title(),
        content.organizer(),
        text.time(report.madeAt(), campaign.zone()),
        campaign.dayOf(report.madeAt()).format(pattern("report.dayPattern", text)),
        content.figures().stream()
            .filter(f -> text.has("report.say." + f.measure()))
            .map(f -> say(f, month, text))
            .toList(),
        content.since(beforeContent).stream().map(c -> line(c, text)).toList(),
        before.map(b -> text.time(b.madeAt(), campaign.zone())).orElse(""),
        content.lagging().stream().map(l -> behind(l, text)).toList(),
        content.boards().stream()
            .map(b -> new Ranking(b.kind(), text.of("report.board." + b.kind()), b.places()))
            .toList(),
        report.hash().substring(0, MARK));
  }

  private static DateTimeFormatter pattern(String key, Texts text) {
    return DateTimeFormatter.ofPattern(text.of(key), Locale.ENGLISH);
  }

  /** A sentence: {0} the count, {1} of how many, {2} the rate, {3} the month. */
  private static String say(Figure figure, String month, Texts text) {
    List<Object> values = new ArrayList<>();
    values.add(shown(figure, text));
    values.add(figure.of().map(text::number).orElse(""));
    values.add(figure.rate().map(Rate::percent).orElse(""));
    values.add(month);
    return text.filled("report.say." + figure.measure(), values);
  }

  private static Line line(Change change, Texts text) {
    Figure now = change.now();
    return new Line(
        now.measure(),
        text.of("report.measure." + now.measure()),
        now.of().map(of -> shown(now, text) + "/" + text.number(of)).orElse(shown(now, text)),
        now.rate().map(rate -> rate.percent() + "%").orElse(NONE),
        change.before().map(before -> shown(before, text)).orElse(NONE),
        change.more().map(more -> signed(more, text)).orElse(NONE));
  }

  private static String shown(Figure figure, Texts text) {
    return figure.value().scale() > 0
        ? figure.value().toPlainString()
        : text.number(figure.value().longValueExact());
  }

  private static String signed(BigDecimal more, Texts text) {
    if (more.signum() == 0) {
      return text.of("report.same");
    }
    String amount =
        more.scale() > 0 ? more.abs().toPlainString() : text.number(more.abs().longValueExact());
    return (more.signum() > 0 ? "+" : "−") + amount;
  }

  private static Behind behind(Lagging lagging, Texts text) {
    return new Behind(
        text.of("worklist.item." + lagging.item()),
        text.of("report.lagging", lagging.late(), lagging.due()),
        lagging.schools(),
        lagging.unnamed());
  }
}
