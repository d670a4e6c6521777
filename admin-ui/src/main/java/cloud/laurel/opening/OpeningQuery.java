package cloud.laurel.opening;

import static java.util.stream.Collectors.groupingBy;

import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.standing.Rate;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which lines of the opening table are wanted, in which order, as an address says it; the page and
 * the export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param level what a line is
 * @param name part of a line's name or code, empty for all
 * @param central code of the central school whose schools are wanted, empty for all
 * @param stage of the schools, empty for all
 * @param gate {@code passed}, {@code failed} or empty for all
 * @param sort a column
 * @param descending the column's order
 * @param page which page
 */
public record OpeningQuery(
    String campaign,
    Level level,
    String name,
    String central,
    String stage,
    String gate,
    String sort,
    boolean descending,
    PageNumber page) {

  /** What a line is. */
  public enum Level {
    SCHOOL,
    CENTRAL,
    STAGE
  }

  /** What an address without wishes asks for. */
  static final OpeningQuery ALL =
      new OpeningQuery("", Level.SCHOOL, "", "", "", "", "name", false, PageNumber.FIRST);

  private static final Map<String, Comparator<OpeningRow>> COLUMNS =
      Map.of(
          "name", Comparator.comparing(OpeningRow::name),
          "teachers", byRate(row -> row.figures().teachers().spaces().rate()),
          "missingTeachers", Comparator.comparing(OpeningRow::missingTeachers),
          "activeTeachers", byRate(row -> row.figures().teachers().spaces().activation()),
          "students", byRate(row -> row.figures().students().spaces().rate()),
          "missingStudents", Comparator.comparing(OpeningRow::missingStudents),
          "activeStudents", byRate(row -> row.figures().students().spaces().activation()));

  private static Comparator<OpeningRow> byRate(Function<OpeningRow, Rate> rate) {
    return Comparator.comparing(rate, Rate.BY_SHARE);
  }

  /** Reads an address; nonsense in it counts as not given. */
  static OpeningQuery of(HttpServletRequest request) {
    String sort = parameter(request, "sort");
    return new OpeningQuery(
        parameter(request, "campaign"),
        Level.valueOf(oneOf(parameter(request, "level"), Level.values(), Level.SCHOOL.name())),
        parameter(request, "name").strip(),
        parameter(request, "central").strip(),
        oneOf(parameter(request, "stage"), Stage.values(), ""),
        Stream.of("passed", "failed")
            .filter(parameter(request, "gate")::equals)
            .findFirst()
            .orElse(""),
        COLUMNS.containsKey(sort) ? sort : "name",
        parameter(request, "order").equals("desc"),
        PageNumber.of(request.getParameter("page")));
  }

  private static String oneOf(String wanted, Enum<?>[] values, String otherwise) {
    return Arrays.stream(values)
        .map(Enum::name)
        .filter(wanted::equals)
        .findFirst()
        .orElse(otherwise);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** The schools that come into question, whatever a line is. */
  List<SchoolOpening> within(List<SchoolOpening> schools) {
    return schools.stream()
        .filter(
            s -> central.isEmpty() || s.central().filter(c -> c.code().equals(central)).isPresent())
        .filter(s -> stage.isEmpty() || s.stage().name().equals(stage))
        .toList();
  }

  /** The lines that are wanted, on all pages. */
  List<OpeningRow> select(List<SchoolOpening> schools, Optional<Gate> least, Texts text) {
    Comparator<OpeningRow> order = COLUMNS.get(sort);
    String part = name.toLowerCase(Locale.ROOT);
    return lines(within(schools), least, text)
        .filter(
            row ->
                row.name().toLowerCase(Locale.ROOT).contains(part)
                    || row.code().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> gate.isEmpty() || row.passes() == gate.equals("passed"))
        .sorted(
            (descending ? order.reversed() : order)
                .thenComparing(OpeningRow::name)
                .thenComparing(OpeningRow::code))
        .toList();
  }

  private Stream<OpeningRow> lines(List<SchoolOpening> schools, Optional<Gate> least, Texts text) {
    return switch (level) {
      case SCHOOL -> schools.stream().map(school -> OpeningRow.of(school, least));
      case CENTRAL ->
          schools.stream().collect(groupingBy(SchoolOpening::central)).entrySet().stream()
              .map(
                  group ->
                      OpeningRow.of(
                          group.getKey().map(Central::code).orElse(""),
                          group
                              .getKey()
                              .map(Central::name)
                              .orElseGet(() -> text.of("opening.direct")),
                          group.getValue(),
                          least));
      case STAGE ->
          schools.stream().collect(groupingBy(SchoolOpening::stage)).entrySet().stream()
              .map(
                  group ->
                      OpeningRow.of(
                          group.getKey().name(),
                          text.of("opening.stage." + group.getKey()),
                          group.getValue(),
                          least));
    };
  }

  /** Whether anything is left out. */
  public boolean isFiltered() {
    return !(name + central + stage + gate).isEmpty();
  }

  /** The query string of lines of another kind. */
  public String ofLevel(String other) {
    return new OpeningQuery(
            campaign, Level.valueOf(other), "", "", "", gate, sort, descending, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of the schools behind a line of several. */
  public String into(OpeningRow row) {
    boolean centrals = level == Level.CENTRAL;
    return new OpeningQuery(
            campaign,
            Level.SCHOOL,
            "",
            centrals ? row.code() : "",
            centrals ? "" : row.code(),
            "",
            sort,
            descending,
            PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of the same lines ordered by a column; the same column again turns it. */
  public String sortedBy(String column) {
    boolean turn = column.equals(sort) ? !descending : column.startsWith("missing");
    return new OpeningQuery(
            campaign, level, name, central, stage, gate, column, turn, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of another page of the same lines. */
  public String onPage(int number) {
    return new OpeningQuery(
            campaign,
            level,
            name,
            central,
            stage,
            gate,
            sort,
            descending,
            new PageNumber(number, number, 0))
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?level="
        + level
        + "&name="
        + encoded(name)
        + "&central="
        + encoded(central)
        + "&stage="
        + stage
        + "&gate="
        + gate
        + "&sort="
        + sort
        + "&order="
        + (descending ? "desc" : "asc")
        + "&page="
        + page.number()
        + (campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
