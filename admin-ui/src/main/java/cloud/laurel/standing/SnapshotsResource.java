package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/snapshots}: standings as they were. */
@Path("campaigns/{campaign}/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "standings")
public class SnapshotsResource {

  @Inject private SnapshotService snapshots;
  @Inject private Campaigns campaigns;

  /** Those of a campaign. */
  @GET
  @Operation(summary = "Snapshots of the standings, the newest first")
  public List<SnapshotSummary> list(@PathParam("campaign") String code) {
    Campaign campaign = campaigns.require(code);
    return snapshots.of(campaign).stream().map(s -> SnapshotSummary.of(campaign, s)).toList();
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
