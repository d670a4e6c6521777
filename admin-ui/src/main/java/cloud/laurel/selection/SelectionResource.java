package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.StandingService;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/selection/{honour}}: who comes into question, and what was decided. */
@Path("campaigns/{campaign}/selection/{honour}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "selection")
public class SelectionResource {

  @Inject private SelectionService selections;
  @Inject private StandingService standings;
  @Inject private Campaigns campaigns;

  /** All candidates of an honour. */
  @GET
  @Operation(
      summary = "The candidates of an honour, best first, with what was computed and decided",
      description =
          "A tie across the cut is computed as a whole (cutTied): officers decide. While the"
              + " campaign is running the figures are provisional and snapshot is missing.")
  @APIResponse(responseCode = "404", description = "There is no such campaign or honour")
  public SelectionAnswer honour(
      @PathParam("campaign") String code, @PathParam("honour") String honour) {
    Campaign campaign = campaigns.require(code);
    HonourSelection selection =
        selections
            .honour(campaign, honour)
            .orElseThrow(
                () -> ProblemDetail.notFound("There is no honour " + honour + ".").asException());
    long pending =
        selection.result().snapshot().isPresent() ? 0 : standings.board(campaign).pending();
    return SelectionAnswer.of(campaign, selection, selections.of(campaign), pending);
  }
}
