package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.opening.MissingPage.Lack;
import cloud.laurel.standing.SchoolSheet;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A school's spaces, and who is missing; the same for the school itself and for the bureau.
 *
 * @param row its figures against the gate
 * @param lack what the listed teachers lack, empty for either
 * @param page which page of them
 * @param pupils by class, never by name
 */
public record OpeningSheet(
    SchoolOpening school,
    OpeningRow row,
    SchoolSheet.OpeningSheet teachers,
    SchoolSheet.OpeningSheet students,
    OpeningCourse course,
    String lack,
    PageNumber page,
    List<MissingPage.Row> missing,
    List<PupilGroup> pupils,
    String chosen,
    String asOf) {

  private static final int SIZE = 20;

  static OpeningSheet of(
      OpeningService service,
      Campaign campaign,
      SchoolOpening school,
      HttpServletRequest request,
      String chosen,
      Instant now,
      Texts text) {
    LocalDate today = campaign.dayOf(now);
    Optional<Gate> gate = campaign.rulesOn(campaign.referenceDay(today)).gate();
    OpeningRow row = OpeningRow.of(school, gate);
    Optional<Lack> lack = lack(request);
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    MissingPage missing = service.missing(campaign, school.code(), lack, wanted.offset(SIZE), SIZE);
    if (missing.rows().isEmpty() && wanted.hasPrevious()) {
      wanted = PageNumber.FIRST;
      missing = service.missing(campaign, school.code(), lack, 0, SIZE);
    }
    return new OpeningSheet(
        school,
        row,
        SchoolSheet.opening(school.teachers(), gate.map(Gate::teachers), text),
        SchoolSheet.opening(school.students(), gate.map(Gate::students), text),
        OpeningCourse.of(
            campaign,
            service.weeks(campaign, Optional.of(school.code())),
            row.figures(),
            today,
            text),
        lack.map(Lack::name).orElse(""),
        wanted.within(missing.total(), SIZE),
        missing.rows(),
        service.pupils(campaign, school.code()),
        chosen,
        text.seconds(now, campaign.zone()));
  }

  static Optional<Lack> lack(HttpServletRequest request) {
    return Arrays.stream(Lack.values())
        .filter(lack -> lack.name().equals(request.getParameter("lack")))
        .findFirst();
  }

  /** Whether the school misses the gate or passes it, when there is one. */
  public boolean gated() {
    return row.gate().isPresent();
  }

  /** The query string of those who lack something else, empty for either. */
  public String of(String other) {
    return toQuery(other, 1) + "#missing";
  }

  /** The query string of another page of the same people. */
  public String onPage(int number) {
    return toQuery(lack, number) + "#missing";
  }

  /** The query string of the listed people. */
  public String toQuery() {
    return toQuery(lack, 1);
  }

  private String toQuery(String other, int number) {
    return "?school="
        + URLEncoder.encode(school.code(), StandardCharsets.UTF_8)
        + "&lack="
        + other
        + "&page="
        + number
        + (chosen.isEmpty()
            ? ""
            : "&campaign=" + URLEncoder.encode(chosen, StandardCharsets.UTF_8));
  }
}
