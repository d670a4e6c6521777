package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The participation table as CSV or XLSX, with the filter and order of the page. */
@WebServlet("/bureau/participation/export")
public class ParticipationExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient ParticipationReader reader;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ParticipationQuery query = ParticipationQuery.of(request);
    Optional<Campaign> campaign = campaigns.find(query.campaign()).or(campaigns::current);
    List<YearMonth> months = campaign.map(reader::months).orElse(List.of());
    TableExport.send(
        request,
        response,
        text.of("participation.title"),
        Stream.concat(
                Stream.of(text.of("standings.code"), text.of("standings.name")),
                months.stream()
                    .flatMap(
                        m ->
                            Stream.of(
                                text.of("participation.head.rate", m),
                                text.of("participation.head.part", m),
                                text.of("participation.head.whole", m))))
            .toList(),
        campaign.stream()
            .flatMap(c -> reader.rows(c, reader.schools(c, query.central()), query).stream())
            .map(ParticipationExport::cells));
  }

  private static List<?> cells(HeatRow row) {
    return Stream.concat(
            Stream.of(row.code(), row.name()),
            row.cells().stream()
                .flatMap(
                    cell ->
                        Stream.of(
                            new BigDecimal(cell.percent()),
                            cell.rate().part(),
                            cell.rate().whole())))
        .toList();
  }
}
