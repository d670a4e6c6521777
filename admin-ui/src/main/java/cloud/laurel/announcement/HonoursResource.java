package cloud.laurel.announcement;

import cloud.laurel.announcement.PublicListService.Listed;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/honours}: winners on public notice, or published. */
@Path("campaigns/{campaign}/honours")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "honours")
public class HonoursResource {

  @Inject private Campaigns campaigns;
  @Inject private PublicListService lists;
  @Inject private AnnouncementService announcements;
  @Inject private Caller caller;

  /** The list. */
  @GET
  @PermitAll
  @Operation(
      summary = "Winners by honour: on public notice, or published",
      description =
          "Public from the first to the last day of a notice (state NOTICE; from and to are these"
              + " days) and while published (state PUBLISHED; from is the day of publication, to is"
              + " empty). Rows have a name and a school; where a school or central school is"
              + " honoured it is the name, and school is empty. The bureau also gets the newest"
              + " list that is not public, with its state.")
  @APIResponse(responseCode = "404", description = "Nothing of this campaign is public now")
  public Honours get(@PathParam("campaign") String code) {
    // the same answer whether there is no such campaign, no list, or none that is public
    return campaigns
        .find(code)
        .flatMap(campaign -> open(campaign).or(() -> closed(campaign)))
        .orElseThrow(
            () ->
                ProblemDetail.notFound("No honours of campaign " + code + " are public now.")
                    .asException());
  }

  private Optional<Honours> open(Campaign campaign) {
    return lists.of(campaign).map(one -> Honours.of(one, lists.roll(one)));
  }

  private Optional<Honours> closed(Campaign campaign) {
    return caller.isBureau()
        ? announcements.of(campaign).stream()
            .findFirst()
            .map(one -> Honours.of(new Listed(campaign, one), announcements.roll(one)))
        : Optional.empty();
  }

  /** The answer. */
  public record Honours(
      String campaign, String title, String state, String from, String to, List<Section> honours) {

    static Honours of(Listed one, HonourRoll roll) {
      Announcement list = one.announcement();
      boolean noticed = list.publishedAt().isEmpty();
      return new Honours(
          one.campaign().code(),
          list.title(),
          list.state().name(),
          noticed
              ? list.days().map(d -> d.first().toString()).orElse("")
              : list.publishedAt().map(at -> one.campaign().dayOf(at).toString()).orElse(""),
          noticed ? list.days().map(d -> d.last().toString()).orElse("") : "",
          roll.sections().stream().map(Section::of).toList());
    }
  }

  /** The winners of an honour. */
  public record Section(String code, String name, List<Row> rows) {

    static Section of(HonourRoll.Section section) {
      return new Section(
          section.code(),
          section.name(),
          section.entries().stream().map(e -> new Row(e.name(), e.school())).toList());
    }
  }

  /** A winner. */
  public record Row(String name, String school) {}
}
