package cloud.laurel.campaign;

import cloud.laurel.campaign.ProblemWords.Said;
import cloud.laurel.web.Caller;
import cloud.laurel.web.RequestBody;
import cloud.laurel.web.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/check} and {@code /campaigns/schema}: whether a text is a campaign. */
@Path("campaigns")
@RequestScoped
@Tag(name = "campaigns")
public class CampaignCheckResource {

  @Inject private CampaignService campaigns;

  /** Says everything that is wrong with a campaign, without storing anything. */
  @POST
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Caller.BUREAU)
  @Operation(
      summary = "Checks a campaign without storing it",
      description =
          "problems is empty when it could be taken; each has the field's path, its name and what"
              + " is wrong, in Chinese when Accept-Language asks for it, else in English.")
  public Checked check(
      @Parameter(description = "a running campaign of which this is to be a new version")
          @QueryParam("of")
          @DefaultValue("")
          String of,
      InputStream body,
      @Context HttpHeaders headers) {
    String json = RequestBody.utf8(body, headers, CampaignsResource.MAX_BYTES);
    List<FieldProblem> problems =
        campaigns
            .find(of)
            .map(running -> changes(running, json))
            .orElseGet(() -> campaigns.check(json));
    return new Checked(ProblemWords.of(Texts.in(language(headers)), json).say(problems));
  }

  private List<FieldProblem> changes(Campaign running, String json) {
    try {
      campaigns.propose(running, json);
      return List.of();
    } catch (InvalidCampaign e) {
      return e.fieldProblems();
    }
  }

  /** The format as JSON Schema. */
  @GET
  @Path("schema")
  @Produces("application/schema+json")
  @PermitAll
  @Operation(summary = "The JSON Schema (2020-12) of a campaign")
  public String schema() {
    return CampaignSchema.text();
  }

  static Locale language(HttpHeaders headers) {
    List<Locale> asked = headers.getAcceptableLanguages();
    boolean chinese = !asked.isEmpty() && asked.get(0).getLanguage().equals("zh");
    return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  /** The answer of a check. */
  public record Checked(List<Said> problems) {}
}
