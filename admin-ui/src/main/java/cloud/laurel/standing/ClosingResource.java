package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/close}: ends a campaign. */
@Path("campaigns/{campaign}/close")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "standings")
public class ClosingResource {

  private static final int MAX_BYTES = 16 * 1024;

  @Inject private CampaignService service;
  @Inject private SnapshotService snapshots;
  @Inject private Campaigns campaigns;
  @Inject private Caller caller;

  /** Closes a campaign and freezes its standings. */
  @POST
  @RolesAllowed(Caller.BUREAU)
  @Operation(
      summary = "Closes a running campaign and freezes its standings in a snapshot",
      description = "Body: empty or {reason}.")
  @APIResponse(responseCode = "201", description = "Closed; Location is the snapshot's address")
  @APIResponse(responseCode = "409", description = "The campaign is not running")
  @APIResponse(responseCode = "422", description = "Actions still wait to be judged")
  public Response close(
      @PathParam("campaign") String code,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Campaign campaign = campaigns.require(code);
    String reason = RequestBody.text(body, headers, MAX_BYTES, "reason");
    service.close(campaign.code(), caller.name().orElse(""), reason);
    SnapshotSummary taken = SnapshotSummary.of(campaign, snapshots.of(campaign).get(0));
    return Response.created(
            uri.getBaseUriBuilder()
                .path("campaigns/{campaign}/snapshots/{id}")
                .build(campaign.code(), taken.id()))
        .entity(taken)
        .build();
  }
}
