package cloud.laurel.course;

import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which schools of the standings are wanted, in which order, as an address says it; pages and the
 * export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param board what schools are ranked by
 * @param day whose evening is wanted; empty for now
 * @param name part of the school's name or code, empty for all
 * @param gate {@code passed}, {@code failed} or empty for all
 * @param sort a column
 * @param descending the column's order
 * @param page which page
 */
public record StandingsQuery(
    String campaign,
    RankedBy board,
    Optional<LocalDate> day,
    String name,
    String gate,
    String sort,
    boolean descending,
    PageNumber page) {

  /** What an address without wishes asks for. */
  static final StandingsQuery ALL =
      new StandingsQuery(
          "", RankedBy.TOTAL, Optional.empty(), "", "", "rank", false, PageNumber.FIRST);

  private static final Map<String, Comparator<SchoolStandings.Row>> COLUMNS =
      Map.of(
          "rank", Comparator.comparing(SchoolStandings.Row::rank),
          "name", Comparator.comparing(SchoolStandings.Row::name),
          "score", Comparator.comparing(SchoolStandings.Row::score),
          "administrators", Comparator.comparing(SchoolStandings.Row::administratorMean),
          "teachers", Comparator.comparing(SchoolStandings.Row::teacherMean),
          "students", Comparator.comparing(SchoolStandings.Row::studentMean),
          "teacherOpening", byRate(SchoolStandings.Row::teacherOpening),
          "studentOpening", byRate(SchoolStandings.Row::studentOpening));

  /** Reads an address; nonsense in it counts as not given. */
  static StandingsQuery of(HttpServletRequest request) {
    String sort = parameter(request, "sort");
    String gate = parameter(request, "gate");
    return new StandingsQuery(
        parameter(request, "campaign"),
        board(parameter(request, "board")),
        day(parameter(request, "day")),
        parameter(request, "name").strip(),
        gate.equals("passed") || gate.equals("failed") ? gate : "",
        COLUMNS.containsKey(sort) ? sort : "rank",
        parameter(request, "order").equals("desc"),
        PageNumber.of(request.getParameter("page")));
  }

  /** The rows that are wanted, on all pages. */
  List<SchoolStandings.Row> select(List<SchoolStandings.Row> rows) {
    Comparator<SchoolStandings.Row> order = COLUMNS.get(sort);
    String part = name.toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(
            row ->
                row.name().toLowerCase(Locale.ROOT).contains(part)
                    || row.code().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> gate.isEmpty() || row.passesOpeningGate() == gate.equals("passed"))
        .sorted(
            (descending ? order.reversed() : order)
                .thenComparing(SchoolStandings.Row::rank)
                .thenComparing(SchoolStandings.Row::name))
        .toList();
  }

  /** The query string of the same rows ordered by a column; again the same column turns it. */
  public String sortedBy(String column) {
    boolean turn =
        column.equals(sort) ? !descending : !column.equals("rank") && !column.equals("name");
    return new StandingsQuery(campaign, board, day, name, gate, column, turn, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of another board of the same day. */
  public String ofBoard(String other) {
    return new StandingsQuery(
            campaign, board(other), day, name, gate, "rank", false, PageNumber.FIRST)
        .toQuery();
  }

  private static RankedBy board(String name) {
    return Arrays.stream(RankedBy.values())
        .filter(board -> board.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(RankedBy.TOTAL);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The query string of another page of the same rows. */
  public String onPage(int number) {
    return new StandingsQuery(
            campaign, board, day, name, gate, sort, descending, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?board="
        + board.name().toLowerCase(Locale.ROOT)
        + day.map(d -> "&day=" + d).orElse("")
        + "&name="
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "&gate="
        + gate
        + "&sort="
        + sort
        + "&order="
        + (descending ? "desc" : "asc")
        + "&page="
        + page.number()
        + (campaign.isEmpty()
            ? ""
            : "&campaign=" + URLEncoder.encode(campaign, StandardCharsets.UTF_8));
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  private static Comparator<SchoolStandings.Row> byRate(Function<SchoolStandings.Row, Rate> rate) {
    return Comparator.comparing(rate, Rate.BY_SHARE);
  }
}
