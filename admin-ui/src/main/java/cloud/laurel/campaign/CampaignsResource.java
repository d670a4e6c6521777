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
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns}: campaigns and their rules. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "campaigns")
public class CampaignsResource {

  private static final int MAX_BYTES = 1024 * 1024;

  @Inject private CampaignService campaigns;
  @Inject private Caller caller;

  /** Every campaign, the newest window first. */
  @GET
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "Lists the campaigns, the newest window first")
  public List<Summary> list() {
    return campaigns.all().stream().map(Summary::of).toList();
  }

  /** Creates a campaign. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Caller.BUREAU)
  @Operation(
      summary = "Creates a campaign",
      description = "Actions that arrived before it and lie in its window are judged too.")
  @APIResponse(responseCode = "201", description = "Created; Location is its address")
  @APIResponse(responseCode = "409", description = "The code is taken")
  @APIResponse(responseCode = "422", description = "errors names every field that is wrong")
  public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) {
    String text = RequestBody.utf8(body, headers, MAX_BYTES);
    requireNewCode(text);
    Campaign created = campaigns.create(text, caller.name().orElse(""));
    return Response.created(uri.getAbsolutePathBuilder().path(created.code()).build())
        .entity(campaigns.json(created.code()).orElseThrow())
        .build();
  }

  /** One campaign in the format it is created from. */
  @GET
  @Path("{campaign}")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "A campaign, in the format it is created from, with its state")
  public String get(@PathParam("campaign") String code) {
    return campaigns
        .json(code)
        .orElseThrow(
            () -> ProblemDetail.notFound("There is no campaign " + code + ".").asException());
  }

  private void requireNewCode(String text) {
    if (!(RequestBody.json(text) instanceof JsonObject json)) {
      throw new ProblemDetail(
              400, "not-an-object", "The body is not an object", "Send a campaign as JSON object.")
          .asException();
    }
    if (json.get("code") instanceof JsonString code
        && campaigns.find(code.getString()).isPresent()) {
      throw new ProblemDetail(
              409,
              "code-taken",
              "The code is taken",
              "There is a campaign with this code; choose another.",
              List.of(new Problem("code", "is taken")))
          .asException();
    }
  }

  /** A campaign in a list. */
  public record Summary(
      String code, String title, String state, String from, String to, String createdAt) {

    static Summary of(Campaign campaign) {
      return new Summary(
          campaign.code(),
          campaign.title(),
          campaign.state().name(),
          campaign.from().toString(),
          campaign.to().toString(),
          Campaigns.time(campaign, campaign.createdAt()));
    }
  }
}
