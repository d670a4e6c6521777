package cloud.laurel.campaign;

import cloud.laurel.plugin.Problem;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of a campaign's life; where it stands decides which are allowed. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "campaigns")
@APIResponse(responseCode = "200", description = "The campaign as it stands now")
@APIResponse(responseCode = "409", description = "Not allowed where the campaign stands")
public class CampaignLifeResource {

  private static final int MAX_BYTES = 16 * 1024;

  @Inject private CampaignService service;
  @Inject private Campaigns campaigns;
  @Inject private Caller caller;

  /** Starts a draft. */
  @POST
  @Path("{campaign}/start")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "Starts a draft: it judges from now on, also what is already journalled")
  public String start(@PathParam("campaign") String code) {
    campaigns.require(code);
    service.start(code, by());
    return json(code);
  }

  /** Makes the standings of a closed campaign public. */
  @POST
  @Path("{campaign}/publish")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "Makes the standings of a closed campaign public")
  public String publish(@PathParam("campaign") String code) {
    campaigns.require(code);
    service.publish(code, by());
    return json(code);
  }

  /** Takes a published campaign out of the lists. */
  @POST
  @Path("{campaign}/archive")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "Takes a published campaign out of the lists")
  public String archive(@PathParam("campaign") String code) {
    campaigns.require(code);
    service.archive(code, by());
    return json(code);
  }

  /** Takes a closing back. */
  @POST
  @Path("{campaign}/reopen")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "Takes a closing back", description = "Body: {reason}, not blank.")
  @APIResponse(responseCode = "422", description = "The reason is missing")
  public String reopen(
      @PathParam("campaign") String code, InputStream body, @Context HttpHeaders headers) {
    campaigns.require(code);
    service.reopen(code, by(), reason(RequestBody.utf8(body, headers, MAX_BYTES)));
    return json(code);
  }

  private static String reason(String body) {
    if (RequestBody.json(body) instanceof JsonObject json
        && json.get("reason") instanceof JsonString reason
        && !reason.getString().isBlank()) {
      return reason.getString().strip();
    }
    throw new ProblemDetail(
            422,
            "invalid-input",
            "The input is not valid",
            "Nothing was changed; say why in reason.",
            List.of(new Problem("reason", "is missing")))
        .asException();
  }

  private String by() {
    return caller.name().orElse("");
  }

  private String json(String code) {
    return service.json(code).orElseThrow();
  }
}
