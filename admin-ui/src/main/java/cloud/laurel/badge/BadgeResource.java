package cloud.laurel.badge;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import cloud.laurel.roster.Person;
import cloud.laurel.standing.PersonStanding.IndicatorPoints;
import cloud.laurel.standing.StandingService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /badge}: what {@code badge.js} shows. Whoever has nothing to see gets an empty answer and
 * is never asked to sign in.
 */
@Path("badge")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "standings")
public class BadgeResource {

  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private StandingService standings;

  /** Today's points of the caller. */
  @GET
  @PermitAll
  @Operation(summary = "Today's points of whoever is signed in, in the words of the badge")
  @APIResponse(responseCode = "200", description = "what the badge says")
  @APIResponse(responseCode = "204", description = "nobody is signed in, or nothing counts daily")
  public Response get(@QueryParam("language") @Nullable String language) {
    return caller
        .person()
        .flatMap(person -> campaigns.current().flatMap(c -> badge(c, person, language)))
        .map(badge -> Response.ok(badge).build())
        .orElseGet(() -> Response.noContent().build());
  }

  private Optional<Badge> badge(Campaign campaign, Person person, @Nullable String language) {
    LocalDate day = campaigns.today(campaign);
    boolean counts =
        !day.isBefore(campaign.from())
            && !day.isAfter(campaign.to())
            && person.on(day).stream().anyMatch(m -> m.role() == Role.TEACHER);
    List<IndicatorPoints> daily =
        counts
            ? standings.functions(campaign, person, Role.TEACHER).stream()
                .filter(p -> p.indicator().limit().per() == Limit.Per.DAY)
                .toList()
            : List.of();
    if (daily.isEmpty()) {
      return Optional.empty();
    }
    boolean english = language != null && language.toLowerCase(Locale.ROOT).startsWith("en");
    Texts text = Texts.in(Locale.forLanguageTag(english ? "en" : "zh-CN"));
    long today = daily.stream().mapToLong(IndicatorPoints::today).sum();
    long most =
        daily.stream()
            .map(IndicatorPoints::indicator)
            .mapToLong(i -> (long) i.points() * i.limit().count())
            .sum();
    return Optional.of(
        new Badge(
            today, most, text.of("badge.text", today, most), text.of("badge.label", today, most)));
  }

  /**
   * What the badge shows.
   *
   * @param text what is read
   * @param label what assistive technology says of the link
   */
  public record Badge(long today, long most, String text, String label) {}
}
