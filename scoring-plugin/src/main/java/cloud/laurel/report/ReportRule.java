package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules;
import cloud.laurel.report.Board.Kind;
import cloud.laurel.report.Board.Place;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.Score;
import cloud.laurel.worklist.Entry;
import cloud.laurel.worklist.Item;
import cloud.laurel.worklist.SchoolWork;
import cloud.laurel.worklist.Status;
import cloud.laurel.worklist.Worklist;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a report together from worklist and standings. Rates are truncated, means rounded (R7). */
final class ReportRule {

  private static final int PLACES = 10;

  private final Campaign campaign;
  private final Worklist worklist;
  private final List<Row> rows;

  ReportRule(Campaign campaign, Worklist worklist, List<Row> rows) {
    this.campaign = campaign;
    this.worklist = worklist;
    this.rows = rows;
  }

  Content content() {
    return new Content(
        campaign.title(), campaign.organizer(), month(), figures(), lagging(), boards());
  }

  private Optional<YearMonth> month() {
    return entries(Item.MONTHS).stream().flatMap(e -> e.month().stream()).findFirst();
  }

  private List<Entry> entries(Item item) {
    return worklist.schools().stream().flatMap(s -> s.entry(item).stream()).toList();
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.count(Measure.SCHOOLS, rows.size()));
    figures.add(sum(Measure.TEACHERS_REGISTERED, Row::teacherOpening));
    figures.add(sum(Measure.STUDENTS_REGISTERED, Row::studentOpening));
    for (Item item : worklist.items()) {
      switch (item) {
        case PLAN -> figures.add(done(Measure.PLANS_SUBMITTED, item));
        case TRAINING -> figures.add(done(Measure.TRAINED, item));
        case ROSTER -> figures.add(done(Measure.ROSTER_CURRENT, item));
        case OPENING -> figures.add(done(Measure.GATE_PASSED, item));
        case MONTHS -> figures.addAll(participation());
        case FUNCTIONS -> figures.add(done(Measure.FUNCTIONS_USED, item));
      }
    }
    figures.add(mean(Measure.SCORE, Row::score));
    figures.add(mean(Measure.ADMINISTRATORS, Row::administratorMean));
    figures.add(mean(Measure.TEACHERS, Row::teacherMean));
    figures.add(mean(Measure.STUDENTS, Row::studentMean));
    return figures.stream().sorted(Comparator.comparing(Figure::measure)).toList();
  }

  private Figure sum(Measure measure, Function<Row, Rate> rate) {
    return Figure.part(
        measure,
        rows.stream().map(rate).mapToLong(Rate::part).sum(),
        rows.stream().map(rate).mapToLong(Rate::whole).sum());
  }

  private Figure done(Measure measure, Item item) {
    return Figure.part(measure, worklist.count(item, Status.DONE), worklist.schools().size());
  }

  /** Schools without pupils who count have no numbers, and are left out. */
  private List<Figure> participation() {
    List<Entry> counted =
        entries(Item.MONTHS).stream().filter(e -> e.numbers().size() >= 2).toList();
    return List.of(
        Figure.part(
            Measure.PUPILS_TOOK_PART,
            counted.stream().mapToLong(e -> e.numbers().get(e.numbers().size() - 2)).sum(),
            counted.stream().mapToLong(e -> e.numbers().get(e.numbers().size() - 1)).sum()),
        Figure.part(
            Measure.MONTH_REACHED, counted.stream().filter(Entry::isDone).count(), counted.size()));
  }

  private Figure mean(Measure measure, Function<Row, Score> part) {
    Score sum = rows.stream().map(part).reduce(Score.ZERO, Score::plus);
    Score mean = rows.isEmpty() ? sum : new Score(sum.exact().divide(rows.size()));
    return new Figure(measure, new BigDecimal(mean.text()), Optional.empty());
  }

  private List<Lagging> lagging() {
    return worklist.items().stream()
        .map(
            item ->
                new Lagging(
                    item,
                    worklist.count(item, Status.LATE),
                    worklist.count(item, Status.DUE),
                    worklist.schools().stream()
                        .filter(s -> s.is(item, Status.LATE))
                        .limit(Lagging.MOST)
                        .map(SchoolWork::name)
                        .toList()))
        .filter(l -> l.late() + l.due() > 0)
        .toList();
  }

  private List<Board> boards() {
    List<Board> boards = new ArrayList<>();
    boards.add(best(Kind.SCORE, Row::score));
    boards.add(best(Kind.ADMINISTRATORS, Row::administratorMean));
    boards.add(best(Kind.STUDENTS, Row::studentMean));
    boards.add(best(Kind.TEACHERS, Row::teacherMean));
    Rules rules = campaign.rulesOn(campaign.referenceDay(campaign.dayOf(worklist.asOf())));
    rules
        .gate()
        .ifPresent(
            gate -> {
              boards.add(lowest(Kind.LOWEST_TEACHERS, Row::teacherOpening, gate.teachers()));
              boards.add(lowest(Kind.LOWEST_STUDENTS, Row::studentOpening, gate.students()));
            });
    return boards.stream().filter(b -> !b.places().isEmpty()).toList();
  }

  /** The first ten and whoever shares the tenth place (rule R8); nobody without a point. */
  private Board best(Kind kind, Function<Row, Score> score) {
    List<Row> sorted =
        rows.stream()
            .filter(row -> score.apply(row).compareTo(Score.ZERO) > 0)
            .sorted(Comparator.comparing(score).reversed().thenComparing(Row::name))
            .toList();
    List<Place> places = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Score own = score.apply(sorted.get(i));
      boolean tied = i > 0 && own.equals(score.apply(sorted.get(i - 1)));
      rank = tied ? rank : i + 1;
      if (rank > PLACES || places.size() == 2 * PLACES) {
        break;
      }
      places.add(new Place(rank, sorted.get(i).name(), own.text()));
    }
    return new Board(kind, places);
  }

  private Board lowest(Kind kind, Function<Row, Rate> rate, BigDecimal gate) {
    List<Row> below =
        rows.stream()
            .filter(r -> rate.apply(r).whole() > 0 && !rate.apply(r).reaches(gate))
            .sorted(
                ((Comparator<Row>) (a, b) -> compare(rate.apply(a), rate.apply(b)))
                    .thenComparing(Row::name))
            .limit(PLACES)
            .toList();
    List<Place> places = new ArrayList<>();
    for (Row row : below) {
      Rate own = rate.apply(row);
      places.add(
          new Place(
              places.size() + 1,
              row.name(),
              own.percent() + "% (" + own.part() + "/" + own.whole() + ")"));
    }
    return new Board(kind, places);
  }

  /** Exactly, by cross multiplication; never of nobody. */
  private static int compare(Rate a, Rate b) {
    return Long.compare(a.part() * b.whole(), b.part() * a.whole());
  }
}
