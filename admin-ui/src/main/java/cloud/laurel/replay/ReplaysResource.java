package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.scoring.Difference;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns/{c}/replays}: recomputing a campaign from the journal (rule R14). */
@Path("campaigns/{campaign}/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "replays")
public class ReplaysResource {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MOST_DIFFERENCES = 200;
  private static final int MOST_SHOWN = 1000;

  @Inject private ReplayService replays;
  @Inject private Campaigns campaigns;
  @Inject private Caller caller;

  /** Starts a replay. */
  @POST
  @Operation(
      summary = "Recomputes a campaign from the journal, in the background and on the side",
      description =
          "With a changed campaign as body it shows what these rules would change; with an empty"
              + " body it checks what is stored under the current rules.")
  @APIResponse(responseCode = "202", description = "Started; Location tells how far it is")
  @APIResponse(responseCode = "422", description = "errors names every field that is wrong")
  public Response start(
      @PathParam("campaign") String code,
      @Parameter(description = "first day on which the changed rules hold, default the first one")
          @QueryParam("validFrom")
          @Nullable String validFrom,
      @Parameter(description = "why the rules are to change") @QueryParam("note") @DefaultValue("")
          String note,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Campaign campaign = campaigns.require(code);
    String json = RequestBody.utf8(body, headers, MAX_BYTES);
    String by = caller.name().orElse("");
    Replay replay =
        json.isBlank()
            ? replays.check(campaign, by)
            : replays.propose(campaign, json, day(validFrom, campaign), note, by);
    return Response.accepted(view(campaign, replay))
        .location(uri.getAbsolutePathBuilder().path(String.valueOf(replay.id())).build())
        .build();
  }

  private static LocalDate day(@Nullable String text, Campaign campaign) {
    try {
      return text == null ? campaign.from() : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemDetail.badParameter("validFrom", "must be a date like 2020-12-01").asException();
    }
  }

  /** The newest replays. */
  @GET
  @Operation(summary = "The newest replays of a campaign")
  public List<ReplaySummary> list(@PathParam("campaign") String code) {
    Campaign campaign = campaigns.require(code);
    return replays.of(campaign).stream().map(r -> ReplaySummary.of(campaign, r)).toList();
  }

  /** How far a replay is, and when it is done what it found. */
  @GET
  @Path("{id}")
  @Operation(summary = "How far a replay is; when it is done, what would change or what is wrong")
  public ReplayUnfolded get(@PathParam("campaign") String code, @PathParam("id") String id) {
    Campaign campaign = campaigns.require(code);
    return view(campaign, require(campaign, id));
  }

  private ReplayUnfolded view(Campaign campaign, Replay replay) {
    if (replay.state() == Replay.State.DONE && replay.kind() == Replay.Kind.PROPOSAL) {
      return ReplayUnfolded.of(replay, replays.diff(campaign, replay));
    }
    return ReplayUnfolded.of(replay, replays.differences(replay, 0, MOST_SHOWN));
  }

  /** What a check found. */
  @GET
  @Path("{id}/differences")
  @Operation(summary = "The rows in which what is stored differs from what the journal gives")
  public List<Difference> differences(
      @PathParam("campaign") String code,
      @PathParam("id") String id,
      @QueryParam("offset") @DefaultValue("0") int offset) {
    Campaign campaign = campaigns.require(code);
    return replays.differences(require(campaign, id), Math.max(0, offset), MOST_DIFFERENCES);
  }

  /** Stops a replay. */
  @POST
  @Path("{id}/cancel")
  @Operation(summary = "Stops a running replay; it can be resumed")
  public ReplaySummary cancel(@PathParam("campaign") String code, @PathParam("id") String id) {
    Campaign campaign = campaigns.require(code);
    replays.cancel(campaign, require(campaign, id).id());
    return ReplaySummary.of(campaign, require(campaign, id));
  }

  /** Lets a stopped replay go on. */
  @POST
  @Path("{id}/resume")
  @Operation(summary = "Lets a stopped replay go on where it stopped")
  public ReplaySummary resume(@PathParam("campaign") String code, @PathParam("id") String id) {
    Campaign campaign = campaigns.require(code);
    replays.resume(campaign, require(campaign, id).id());
    return ReplaySummary.of(campaign, require(campaign, id));
  }

  /** Throws a proposal away. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Throws away what proposed rules were computed to; its line stays")
  public Response discard(@PathParam("campaign") String code, @PathParam("id") String id) {
    Campaign campaign = campaigns.require(code);
    replays.discard(campaign, require(campaign, id).id());
    return Response.noContent().build();
  }

  /** Publishes proposed rules. */
  @POST
  @Path("{id}/publication")
  @Operation(
      summary = "Makes proposed rules the newest version and swaps their result in at once",
      description = "Body: {note}, which may be left out when the proposal has one.")
  @APIResponse(responseCode = "200", description = "Published; the number of the new version")
  @APIResponse(responseCode = "422", description = "It is not done, or out of date")
  public Published publish(
      @PathParam("campaign") String code,
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers) {
    Campaign campaign = campaigns.require(code);
    String text = RequestBody.utf8(body, headers, MAX_BYTES);
    String note =
        !text.isBlank() && RequestBody.json(text) instanceof JsonObject json
            ? json.getString("note", "")
            : "";
    Campaign published =
        replays.publish(campaign, require(campaign, id).id(), note, caller.name().orElse(""));
    return new Published(published.newest().number());
  }

  /** The answer of a publication. */
  public record Published(int version) {}

  private Replay require(Campaign campaign, String id) {
    return (id.matches("\\d{1,18}")
            ? replays.find(campaign, Long.parseLong(id))
            : Optional.<Replay>empty())
        .orElseThrow(() -> ProblemDetail.notFound("There is no replay " + id + ".").asException());
  }
}
