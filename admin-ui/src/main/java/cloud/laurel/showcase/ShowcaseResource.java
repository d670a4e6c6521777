package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.showcase.ShowcaseJson.CardJson;
import cloud.laurel.showcase.ShowcaseJson.PageJson;
import cloud.laurel.showcase.ShowcaseJson.PictureJson;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.ProblemDetail;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /showcase}: the published cases, for everybody. */
@Path("showcase")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
@Tag(name = "showcase")
public class ShowcaseResource {

  private static final int SIZE = 20;

  /** The same for everybody; what is withdrawn is gone from caches after a minute. */
  private static final String CACHED = "public, max-age=60";

  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private ShowcaseService showcases;
  @Inject private HttpServletRequest request;

  /** Those that are wanted. */
  @GET
  @Operation(summary = "Published cases, the newest first, 20 a page")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "words to be found")
  @Parameter(name = "school", in = ParameterIn.QUERY, description = "code or part of the name")
  @Parameter(name = "theme", in = ParameterIn.QUERY, description = "a theme's code")
  @Parameter(name = "campaign", in = ParameterIn.QUERY, description = "a campaign's code")
  @Parameter(name = "page", in = ParameterIn.QUERY, description = "from 1 on")
  public PageJson list(@Context HttpServletResponse response) {
    ShowcaseQuery query = ShowcaseQuery.of(request);
    Map<Integer, String> codes =
        campaigns.all().stream().collect(Collectors.toMap(Campaign::id, Campaign::code));
    ShowcaseFilter filter =
        query.filter(
            codes.entrySet().stream()
                .filter(code -> code.getValue().equals(query.campaign()))
                .map(Map.Entry::getKey)
                .findFirst());
    ShowcasePage found = showcases.list(filter, query.page().offset(SIZE), SIZE);
    PageNumber page = query.page().within(found.total(), SIZE);
    List<CardJson> cards =
        found.rows().stream().map(row -> card(row, codes.get(row.campaign()))).toList();
    response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED);
    return new PageJson(page.number(), page.count(), found.total(), cards);
  }

  private CardJson card(ShowcasePage.Row row, String campaign) {
    return new CardJson(
        row.id(),
        row.title(),
        row.theme(),
        row.schoolName(),
        campaign,
        row.summary(),
        row.cover().stream().map(cover -> PictureJson.of(cover, pictures())).toList());
  }

  /** One of them. */
  @GET
  @Path("{id}")
  @Operation(summary = "A published case")
  public ShowcaseJson get(@PathParam("id") String id, @Context HttpServletResponse response) {
    Optional<Showcase> found =
        id.matches("\\d{1,18}") ? showcases.published(Long.parseLong(id)) : Optional.empty();
    Showcase showcase =
        found.orElseThrow(
            () -> ProblemDetail.notFound("There is no case " + id + ".").asException());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED);
    return json(showcase);
  }

  private ShowcaseJson json(Showcase showcase) {
    Showcase.Content content = showcase.content();
    return new ShowcaseJson(
        showcase.id(),
        content.title(),
        content.theme(),
        roster.school(showcase.school()).map(School::name).orElse(""),
        campaigns.all().stream()
            .filter(c -> c.id() == showcase.campaign())
            .map(Campaign::code)
            .findFirst()
            .orElseThrow(),
        content.summary(),
        content.body().lines().filter(line -> !line.isBlank()).toList(),
        showcases.pictures(showcase).stream().map(p -> PictureJson.of(p, pictures())).toList(),
        content.links());
  }

  private String pictures() {
    return request.getContextPath() + "/showcase/picture";
  }
}
