package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/schools}: where schools stand, and why. */
@Path("campaigns/{campaign}/schools")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "standings")
public class SchoolsResource {

  @Inject private StandingService standings;
  @Inject private Campaigns campaigns;
  @Inject private Caller caller;

  /** All schools by rank. */
  @GET
  @PermitAll
  @Operation(
      summary = "All schools by rank",
      description =
          "Public once the campaign is published, else for the bureau. Scores with two decimals,"
              + " rates truncated to one decimal in per cent.")
  public SchoolRows list(@PathParam("campaign") String code) {
    // a stranger does not learn which unpublished campaigns there are
    if (!caller.isBureau() && !campaigns.isPublic(code)) {
      throw ProblemDetail.ofStatus(caller.name().isPresent() ? 403 : 401).asException();
    }
    Campaign campaign = campaigns.require(code);
    return SchoolRows.of(campaign, standings.schools(campaign));
  }

  /** One school's score unfolded. */
  @GET
  @Path("{school}")
  @RolesAllowed({Caller.BUREAU, Caller.SCHOOL_ADMIN})
  @Operation(summary = "A school's score unfolded; a school's administrator sees only the own one")
  public SchoolUnfolded get(
      @PathParam("campaign") String code, @PathParam("school") String school) {
    Campaign campaign = campaigns.require(code);
    if (!caller.isBureau() && !caller.administeredSchools(campaign).contains(school)) {
      throw ProblemDetail.forbidden("Only the own school can be read.").asException();
    }
    return standings
        .school(campaign, school)
        .map(detail -> SchoolUnfolded.of(campaign, detail))
        .orElseThrow(
            () -> ProblemDetail.notFound("There is no school " + school + ".").asException());
  }

  /** The answer of the list. */
  public record SchoolRows(String asOf, long pending, List<Row> rows) {

    static SchoolRows of(Campaign campaign, SchoolStandings standings) {
      return new SchoolRows(
          Campaigns.time(campaign, standings.asOf()),
          standings.pending(),
          standings.rows().stream().map(Row::of).toList());
    }

    /** One school of the list. */
    public record Row(
        String code,
        String name,
        int rank,
        String score,
        String administratorMean,
        String teacherMean,
        String studentMean,
        String teacherOpeningRate,
        String studentOpeningRate,
        boolean passesOpeningGate) {

      static Row of(SchoolStandings.Row row) {
        return new Row(
            row.code(),
            row.name(),
            row.rank(),
            row.score().text(),
            row.administratorMean().text(),
            row.teacherMean().text(),
            row.studentMean().text(),
            row.teacherOpening().percent(),
            row.studentOpening().percent(),
            row.passesOpeningGate());
      }
    }
  }
}
