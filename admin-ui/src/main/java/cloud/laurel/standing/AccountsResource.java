package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.RosterService;
import cloud.laurel.scoring.Reason;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns/{c}/accounts}: where one person stands, and what became of each action. */
@Path("campaigns/{campaign}/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "standings")
public class AccountsResource {

  @Inject private StandingService standings;
  @Inject private RosterService roster;
  @Inject private Campaigns campaigns;
  @Inject private Caller caller;

  /** Points, ranks and indicators. */
  @GET
  @RolesAllowed({Caller.BUREAU, Caller.TEACHER, Caller.SCHOOL_ADMIN})
  @Operation(summary = "A person's points; only that person and the bureau may read them")
  public AccountStanding get(
      @PathParam("campaign") String code, @PathParam("account") String account) {
    Campaign campaign = campaigns.require(code);
    requireOwn(account);
    return standings
        .person(campaign, account)
        .map(standing -> AccountStanding.of(campaign, standing))
        .orElseThrow(() -> unknown(account).asException());
  }

  /** The journal with verdicts. */
  @GET
  @Path("actions")
  @RolesAllowed({Caller.BUREAU, Caller.TEACHER, Caller.SCHOOL_ADMIN})
  @Operation(
      summary = "A person's journal with verdict and reason, newest first",
      description =
          "Paged by offset and size, or by page (from 0) and size. Each row names the version of"
              + " the rules that judged it; when a limit was reached, countedInstead names the"
              + " actions that counted. Filters that are given must all hold.")
  public AccountLedger ledger(
      @PathParam("campaign") String code,
      @PathParam("account") String account,
      @Parameter(description = "rows to skip, default 0")
          @Schema(type = SchemaType.INTEGER)
          @QueryParam("offset")
          @Nullable String offset,
      @Parameter(description = "pages to skip, instead of offset")
          @Schema(type = SchemaType.INTEGER)
          @QueryParam("page")
          @Nullable String page,
      @Parameter(description = "rows wanted, 1 to 200, default 50")
          @Schema(type = SchemaType.INTEGER)
          @QueryParam("size")
          @Nullable String size,
      @Parameter(description = "only what counts for this local day, such as 2020-12-01")
          @Schema(type = SchemaType.STRING, format = "date")
          @QueryParam("day")
          @Nullable String day,
      @Parameter(description = "only this indicator or participation rule of the campaign")
          @QueryParam("indicator")
          @Nullable String indicator,
      @Parameter(description = "only what counted, or only what did not")
          @Schema(implementation = LedgerQuery.Verdict.class)
          @QueryParam("verdict")
          @Nullable String verdict,
      @Parameter(description = "only what was refused for this reason")
          @Schema(implementation = Reason.class)
          @QueryParam("reason")
          @Nullable String reason) {
    Paging paging = Paging.of(offset, page, size);
    Campaign campaign = campaigns.require(code);
    requireOwn(account);
    LedgerQuery query = LedgerParameters.of(campaign, day, indicator, verdict, reason);
    if (roster.find(account).isEmpty()) {
      throw unknown(account).asException();
    }
    return AccountLedger.of(
        campaign,
        paging,
        standings.ledger(campaign, account, query, paging.offset(), paging.size()));
  }

  private void requireOwn(String account) {
    if (!caller.isBureau() && !caller.is(account)) {
      throw ProblemDetail.forbidden("Only the own account can be read.").asException();
    }
  }

  private static ProblemDetail unknown(String account) {
    return ProblemDetail.notFound("There is no account " + account + ".");
  }
}
