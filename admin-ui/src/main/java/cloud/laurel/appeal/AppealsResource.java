package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.plugin.Problem;
import cloud.laurel.standing.Paging;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns/{c}/appeals}: the bureau's queue, cases and decisions. */
@Path("campaigns/{campaign}/appeals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Caller.BUREAU)
@Tag(name = "appeals")
public class AppealsResource {

  private static final int MAX_BYTES = 64 * 1024;

  @Inject private Campaigns campaigns;
  @Inject private CampaignService clock;
  @Inject private AppealCaseService cases;
  @Inject private DecisionService decisions;
  @Inject private Caller caller;

  /** The queue. */
  @GET
  @Operation(
      summary = "Appeals, due first",
      description = "Filtered by state, kind and school; paged by offset and size.")
  public AppealJson.Page list(
      @PathParam("campaign") String code,
      @QueryParam("state") @Nullable String state,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("school") @Nullable String school,
      @QueryParam("offset") @Nullable String offset,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    Paging paging = Paging.of(offset, page, size);
    Campaign campaign = campaigns.require(code);
    AppealPage found =
        cases.page(
            AppealFilter.of(campaign.id())
                .only(
                    constant("state", State.values(), state),
                    constant("kind", Kind.values(), kind),
                    Optional.ofNullable(school)),
            AppealOrder.DUE_FIRST,
            paging.offset(),
            paging.size());
    return new AppealJson.Page(
        found.total(),
        paging.offset(),
        paging.size(),
        found.rows().stream()
            .map(
                row ->
                    AppealJson.of(campaign, row.appeal(), row.name(), late(campaign, row.appeal())))
            .toList());
  }

  private boolean late(Campaign campaign, Appeal appeal) {
    return appeal.overdue(clock.today(campaign));
  }

  /** A case with its history and what granting would do. */
  @GET
  @Path("{id}")
  @Operation(summary = "A case with its history and what granting would do")
  public AppealJson.Unfolded get(@PathParam("campaign") String code, @PathParam("id") long id) {
    AppealCase found = require(campaigns.require(code), id);
    return AppealJson.Unfolded.of(found, late(found.campaign(), found.appeal()));
  }

  private AppealCase require(Campaign campaign, long id) {
    return cases
        .find(id, Party.officer(caller.name().orElseThrow()))
        .filter(found -> found.campaign().id() == campaign.id())
        .orElseThrow(() -> ProblemDetail.notFound("There is no appeal " + id + ".").asException());
  }

  /** Grants or declines it. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Grants or declines an appeal, always with a reason",
      description =
          "points of the answer say what granting moved: 0 when the limit's places were taken.")
  @APIResponse(responseCode = "200", description = "The case as it is then")
  @APIResponse(
      responseCode = "409",
      description =
          "It has been decided already, was added to since version, or the campaign ended")
  public AppealJson.Unfolded decide(
      @PathParam("campaign") String code,
      @PathParam("id") long id,
      @RequestBodySchema(DecisionSchema.class) InputStream body,
      @Context HttpHeaders headers) {
    Campaign campaign = campaigns.require(code);
    require(campaign, id);
    Decision decision = decision(RequestBody.json(RequestBody.utf8(body, headers, MAX_BYTES)));
    try {
      decisions.decide(id, decision);
    } catch (AppealRefused e) {
      throw problem(e).asException();
    }
    return get(code, id);
  }

  private Decision decision(JsonValue value) {
    if (value instanceof JsonObject json
        && (json.get("granted") == JsonValue.TRUE || json.get("granted") == JsonValue.FALSE)) {
      return new Decision(
          caller.name().orElseThrow(),
          json.getBoolean("granted"),
          text(json, "reason").orElse(""),
          text(json, "indicator"),
          text(json, "school"),
          json.get("version") instanceof JsonNumber number
              ? Optional.of(number.intValue())
              : Optional.empty());
    }
    throw ProblemDetail.badParameter("granted", "must be true or false").asException();
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private static ProblemDetail problem(AppealRefused refused) {
    Why why = refused.why();
    if (why == Why.DECIDED || why == Why.CHANGED || why == Why.NOT_RUNNING) {
      return new ProblemDetail(
          409,
          "appeal-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "The appeal cannot be decided so now",
          switch (why) {
            case DECIDED -> "It has been decided or taken back already; nothing was changed.";
            case CHANGED -> "Something was added to it since that version; look at it again.";
            default -> "The campaign is not running, so nothing can be granted.";
          });
    }
    String field =
        why.field() == AppealRefused.Field.WORDS
            ? "reason"
            : why.field().name().toLowerCase(Locale.ROOT);
    return new ProblemDetail(
        422,
        "invalid-input",
        "The input is not valid",
        "Nothing was stored; errors names every field that has to change.",
        List.of(new Problem(field, problem(why))));
  }

  private static String problem(Why why) {
    return switch (why) {
      case WORDS_MISSING -> "is missing";
      case WORDS_TOO_LONG -> "must have at most 2000 characters";
      case INDICATOR_UNKNOWN -> "must be an indicator of the campaign";
      case SCHOOL_UNKNOWN -> "must be a school of the roster";
      default -> why.name();
    };
  }

  private static <E extends Enum<E>> Optional<E> constant(
      String field, E[] all, @Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<E> found = Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      throw ProblemDetail.badParameter(field, "must be one of " + Arrays.toString(all))
          .asException();
    }
    return found;
  }

  /** A decision as it is sent; only for the OpenAPI document. */
  record DecisionSchema(
      boolean granted, String reason, String indicator, String school, Integer version) {}
}
