package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.result.ResultService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/snapshots}: standings as they were. */
@Path("campaigns/{campaign}/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "standings")
public class SnapshotsResource {

  private static final int MAX_BYTES = 16 * 1024;

  @Inject private SnapshotService snapshots;
  @Inject private ResultService results;
  @Inject private CampaignService service;
  @Inject private Caller caller;
  @Inject private Campaigns campaigns;

  /** Those of a campaign. */
  @GET
  @Operation(summary = "Snapshots of the standings, the newest first")
  public List<SnapshotSummary> list(@PathParam("campaign") String code) {
    Campaign campaign = campaigns.require(code);
    return snapshots.of(campaign).stream().map(s -> SnapshotSummary.of(campaign, s)).toList();
  }

  /** Freezes a closed campaign again. */
  @POST
  @Operation(
      summary = "Freezes a closed campaign again; the snapshot before stays",
      description = "Body: {reason}.")
  @APIResponse(responseCode = "201", description = "Taken; Location is the snapshot's address")
  @APIResponse(responseCode = "409", description = "The campaign is not over")
  @APIResponse(responseCode = "422", description = "There is no reason")
  public Response correct(
      @PathParam("campaign") String code,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Campaign campaign = campaigns.require(code);
    SnapshotSummary taken =
        SnapshotSummary.of(
            campaign,
            results.correct(
                service,
                campaign.code(),
                caller.name().orElse(""),
                RequestBody.text(body, headers, MAX_BYTES, "reason")));
    return Response.created(
            uri.getBaseUriBuilder()
                .path("campaigns/{campaign}/snapshots/{id}")
                .build(campaign.code(), taken.id()))
        .entity(taken)
        .build();
  }

  /** What one holds. */
  @GET
  @Path("{id}")
  @Operation(summary = "The standings as they were; the hash is the SHA-256 of exactly this answer")
  public String get(@PathParam("campaign") String code, @PathParam("id") String id) {
    Campaign campaign = campaigns.require(code);
    Optional<String> content =
        id.matches("\\d{1,18}")
            ? snapshots.content(campaign, Long.parseLong(id))
            : Optional.empty();
    return content.orElseThrow(
        () -> ProblemDetail.notFound("There is no snapshot " + id + ".").asException());
  }
}
