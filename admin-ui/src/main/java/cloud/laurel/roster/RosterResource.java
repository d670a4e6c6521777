package cloud.laurel.roster;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /roster}: who belongs to which school from a day on. */
@Path("roster")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "roster")
public class RosterResource {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  @Inject private RosterService roster;
  @Inject private CampaignService campaigns;
  @Inject private Caller caller;

  /** Applies a roster, or says everything that is wrong with it. */
  @POST
  @Consumes({
    "application/zip",
    "application/x-zip-compressed",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
    "application/octet-stream"
  })
  @RolesAllowed(Caller.BUREAU)
  @Operation(
      summary = "Applies a OneRoster 1.1 CSV zip or our template as XLSX or CSV, all or nothing",
      description =
          "People of the schools named in the upload who are missing from it have left as of the"
              + " effective date; other schools are untouched. At most 64 MiB (413).")
  @APIResponse(
      responseCode = "200",
      description = "Applied; problems is empty",
      content = @Content(schema = @Schema(implementation = RosterResult.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "Nothing was stored: a problem document that also carries schools, people, added,"
              + " changed, left and problems: [{file, row, column, problem}]",
      content = @Content(mediaType = ProblemDetail.MEDIA_TYPE))
  public Response post(
      InputStream body,
      @Parameter(description = "first day on which it holds, default today")
          @Schema(format = "date", examples = "2020-12-01")
          @QueryParam("effective")
          @Nullable String effective,
      @Context HttpHeaders headers) {
    LocalDate from = day(effective);
    RosterResult result =
        roster.importRoster(
            RequestBody.limited(body, headers, MAX_BYTES),
            from,
            new RosterSender(caller.name().orElse(""), "", Optional.empty()));
    return result.problems().isEmpty() ? Response.ok(result).build() : refused(result).toResponse();
  }

  private LocalDate day(@Nullable String effective) {
    if (effective == null) {
      return campaigns.current().map(campaigns::today).orElseGet(RosterResource::today);
    }
    try {
      LocalDate day = LocalDate.parse(effective);
      if (day.getYear() < 1970 || day.getYear() > 9998) {
        throw new DateTimeException("out of range");
      }
      return day;
    } catch (DateTimeException e) {
      throw ProblemDetail.badParameter("effective", "must be a date like 2020-12-01").asException();
    }
  }

  /** Before there is a campaign nobody has said which zone days are of. */
  private static LocalDate today() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Asia/Shanghai"));
  }

  static ProblemDetail refused(RosterResult result) {
    JsonArrayBuilder problems = Json.createArrayBuilder();
    result
        .problems()
        .forEach(
            p ->
                problems.add(
                    Json.createObjectBuilder()
                        .add("file", p.file())
                        .add("row", p.row())
                        .add("column", p.column())
                        .add("problem", p.problem())));
    JsonObject shape =
        Json.createObjectBuilder()
            .add("schools", result.schools())
            .add("people", result.people())
            .add("added", result.added())
            .add("changed", result.changed())
            .add("left", result.left())
            .add("problems", problems)
            .build();
    return new ProblemDetail(
        422,
        "roster-refused",
        "The roster was not applied",
        "Nothing was stored; problems names every row that has to change.",
        List.of(),
        shape);
  }
}
