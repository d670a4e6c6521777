package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.opening.MissingPage.Lack;
import cloud.laurel.web.Caller;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The teachers of a school whose spaces are not in use, as a file; for the bureau, and for the
 * school's own administrators.
 */
@WebServlet({"/bureau/opening/missing", "/school/opening/missing"})
public class MissingExport extends HttpServlet {

  private static final int PORTION = 200;

  @Inject private transient CampaignService campaigns;
  @Inject private transient OpeningService service;
  @Inject private transient Caller caller;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = Optional.ofNullable(request.getParameter("school")).orElse("");
    Optional<Campaign> campaign =
        Optional.ofNullable(request.getParameter("campaign"))
            .flatMap(campaigns::find)
            .or(campaigns::current);
    Optional<SchoolOpening> school = campaign.flatMap(c -> service.school(c, code));
    if (school.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!caller.isBureau() && !caller.administeredSchools(campaign.get()).contains(code)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      TableExport.send(
          request,
          response,
          text.of("opening.missing.file", school.get().name()),
          List.of(
              text.of("people.name"),
              text.of("opening.account"),
              text.of("opening.lack"),
              text.of("opening.registeredOn")),
          rows(campaign.get(), code, OpeningSheet.lack(request)).map(this::cells));
    }
  }

  /** In portions: a school of a few thousand teachers is not held in memory at once. */
  private Stream<MissingPage.Row> rows(Campaign campaign, String school, Optional<Lack> lack) {
    return Stream.iterate(0, offset -> offset + PORTION)
        .map(offset -> service.missing(campaign, school, lack, offset, PORTION).rows())
        .takeWhile(rows -> !rows.isEmpty())
        .flatMap(List::stream);
  }

  private List<?> cells(MissingPage.Row row) {
    return List.of(
        row.name(),
        row.account(),
        text.of("opening.lack." + row.lack()),
        row.registered().map(day -> (Object) day).orElse(""));
  }
}
