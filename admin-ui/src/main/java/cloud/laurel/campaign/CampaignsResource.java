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
import jakarta.ws.rs.PUT;
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

/** {@code /campaigns}: campaigns and their rules. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "campaigns")
public class CampaignsResource {

  static final int MAX_BYTES = 1024 * 1024;

  @Inject private CampaignService campaigns;
  @Inject private Campaigns found;
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
      description =
          "It runs at once, and actions that arrived before it and lie in its window are judged"
              + " too; with \"state\": \"DRAFT\" it is a draft, which judges nothing.")
  @APIResponse(responseCode = "201", description = "Created; Location is its address")
  @APIResponse(responseCode = "409", description = "The code is taken")
  @APIResponse(responseCode = "422", description = "errors names every field that is wrong")
  public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) {
    String text = RequestBody.utf8(body, headers, MAX_BYTES);
    boolean draft = requireNewCode(text);
    String by = caller.name().orElse("");
    Campaign created = draft ? campaigns.draft(text, by) : campaigns.create(text, by);
    return Response.created(uri.getAbsolutePathBuilder().path(created.code()).build())
        .entity(campaigns.json(created.code()).orElseThrow())
        .build();
  }

  /** One campaign in the format it is created from. */
  @GET
  @Path("{campaign}")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "A campaign, in the format it is created from, with its state")
  @APIResponse(responseCode = "200", description = "ETag tells its newest rules from others")
  public Response get(@PathParam("campaign") String code) {
    Campaign campaign = found.require(code);
    return Response.ok(campaigns.json(code).orElseThrow())
        .tag(campaign.newest().rules().fingerprint())
        .build();
  }

  /** Gives a draft other rules. */
  @PUT
  @Path("{campaign}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Caller.BUREAU)
  @Operation(
      summary = "Gives a draft other rules",
      description = "With If-Match only when nobody saved since the ETag was read.")
  @APIResponse(responseCode = "200", description = "Stored")
  @APIResponse(responseCode = "409", description = "It is no draft")
  @APIResponse(responseCode = "412", description = "Somebody else saved meanwhile")
  @APIResponse(responseCode = "422", description = "errors names every field that is wrong")
  public Response edit(
      @PathParam("campaign") String code, InputStream body, @Context HttpHeaders headers) {
    found.require(code);
    String text = RequestBody.utf8(body, headers, MAX_BYTES);
    Optional<String> basis =
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH))
            .filter(tag -> !tag.equals("*"))
            .map(tag -> tag.replace("\"", ""));
    campaigns.edit(code, basis, text, caller.name().orElse(""));
    return get(code);
  }

  /** One version of a campaign's rules. */
  @GET
  @Path("{campaign}/versions/{number}")
  @RolesAllowed(Caller.BUREAU)
  @Operation(summary = "A version of a campaign's rules, as a file that can be posted again")
  public Response version(@PathParam("campaign") String code, @PathParam("number") String number) {
    String definition =
        found.require(code).versions().stream()
            .filter(v -> String.valueOf(v.number()).equals(number))
            .findFirst()
            .map(v -> v.rules().definition())
            .orElseThrow(
                () -> ProblemDetail.notFound("There is no version " + number + ".").asException());
    return Response.ok(definition)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.json\"".formatted(code, number))
        .build();
  }

  /** Refuses a code that is taken; tells whether a draft is asked for. */
  private boolean requireNewCode(String text) {
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
    return json.get("state") instanceof JsonString state && state.getString().equals("DRAFT");
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
