package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.Paging;
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
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns/{c}/signals}: what the bureau may want to look at. */
@Path("campaigns/{campaign}/signals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "signals")
public class SignalsResource {

  @Inject private SignalService signals;
  @Inject private Campaigns campaigns;

  /** A page of them. */
  @GET
  @Operation(
      summary = "A campaign's signals, the most severe first",
      description = "A signal proves nothing, and no point depends on it.")
  public SignalList list(
      @PathParam("campaign") String code,
      @Parameter(description = "of this kind only") @QueryParam("kind") @Nullable String kind,
      @Parameter(description = "NEW or LOOKED_AT only") @QueryParam("state") @Nullable String state,
      @Parameter(description = "part of the school's name or code") @QueryParam("school")
          @Nullable String school,
      @Parameter(description = "rows to skip, default 0") @QueryParam("offset")
          @Nullable String offset,
      @Parameter(description = "rows wanted, 1 to 200, default 50") @QueryParam("size")
          @Nullable String size) {
    Paging paging = Paging.of(offset, null, size);
    SignalFilter filter =
        new SignalFilter(
            one("kind", kind, Kind.values()),
            one("state", state, Signal.State.values()),
            school == null ? "" : school.strip(),
            SignalFilter.Column.SEVERITY,
            true);
    Campaign campaign = campaigns.require(code);
    return SignalList.of(
        campaign,
        signals.lastWatch(campaign),
        signals.page(campaign, filter, paging.offset(), paging.size()));
  }

  private static <E extends Enum<E>> Optional<E> one(
      String parameter, @Nullable String text, E[] values) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values)
            .filter(value -> value.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemDetail.badParameter(
                            parameter, "must be one of " + Arrays.toString(values))
                        .asException()));
  }
}
