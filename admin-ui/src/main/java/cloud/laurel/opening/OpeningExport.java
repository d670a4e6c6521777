package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.opening.OpeningSummary.Group;
import cloud.laurel.standing.Rate;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The opening table as a file, with the filter and order of the page. */
@WebServlet("/bureau/opening/export")
public class OpeningExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient OpeningService service;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OpeningQuery query = OpeningQuery.of(request);
    Optional<Campaign> campaign = campaigns.find(query.campaign()).or(campaigns::current);
    TableExport.send(
        request,
        response,
        text.of("opening.page"),
        Stream.of(
                "code",
                "name",
                "stageHead",
                "schools",
                "teachersEligible",
                "teachersRegistered",
                "teachersActivated",
                "teachers",
                "missingTeachers",
                "activeTeachers",
                "studentsEligible",
                "studentsRegistered",
                "studentsActivated",
                "students",
                "missingStudents",
                "activeStudents",
                "gate")
            .map(key -> text.of("opening.head." + key))
            .toList(),
        campaign.stream().flatMap(c -> rows(c, query)).map(this::cells));
  }

  private Stream<OpeningRow> rows(Campaign campaign, OpeningQuery query) {
    Optional<Gate> gate = campaign.rulesOn(campaign.referenceDay(campaigns.today(campaign))).gate();
    return query.select(service.schools(campaign), gate, text).stream();
  }

  private List<?> cells(OpeningRow row) {
    return Stream.of(
            Stream.of(
                row.code(),
                row.name(),
                row.stage().isEmpty() ? "" : text.of("opening.stage." + row.stage()),
                row.figures().schools()),
            cells(row.figures().teachers(), row.missingTeachers()),
            cells(row.figures().students(), row.missingStudents()),
            Stream.of(text.of(row.passes() ? "standings.passed" : "standings.failed")))
        .flatMap(cells -> cells)
        .toList();
  }

  private static Stream<?> cells(Group group, long missing) {
    return Stream.of(
        group.spaces().eligible(),
        group.spaces().registered(),
        group.spaces().activated(),
        percent(group.spaces().rate()),
        missing,
        percent(group.spaces().activation()));
  }

  private static BigDecimal percent(Rate rate) {
    return new BigDecimal(rate.percent());
  }
}
