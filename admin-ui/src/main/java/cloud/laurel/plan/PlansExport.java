package cloud.laurel.plan;

import cloud.laurel.roster.RosterService;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The list of plans and trainings as a table, with the filter and order of the page. */
@WebServlet("/bureau/plans/export")
public class PlansExport extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient RosterService roster;
  @Inject private transient PlanService plans;
  @Inject private transient TrainingService trainings;
  @Inject private transient CentralService centrals;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PlansQuery query = PlansQuery.of(request, frame.getChosen());
    Stream<List<Object>> rows =
        frame.campaign().stream()
            .flatMap(
                campaign ->
                    query
                        .select(
                            PlanRow.all(
                                campaign,
                                roster.schools(),
                                centrals.names(),
                                plans,
                                trainings,
                                text))
                        .stream())
            .map(
                row ->
                    List.<Object>of(
                        row.code(),
                        row.name(),
                        row.central(),
                        text.of("plan.stateName." + row.stateName()),
                        row.submittedAt(),
                        row.trainings(),
                        row.participants()));
    TableExport.send(
        request,
        response,
        text.of("plans.title"),
        Stream.of("code", "name", "central", "state", "submitted", "trainings", "participants")
            .map(column -> text.of("plans." + column))
            .toList(),
        rows);
  }
}
