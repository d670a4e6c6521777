package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.Frozen;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Documents;
import cloud.laurel.standing.RankedBy;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.TableExport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/bulletin}: what the bulletin says, as data and as a paper. */
@Path("campaigns")
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "bulletin")
public class BulletinResource {

  private static final int PLACES = 10;

  /** The published ones, in their order; the editor knows more. */
  private static final List<String> FIGURES =
      List.of(
          "schools",
          "teachersEligible",
          "teachersRegistered",
          "teacherRegistrationRate",
          "schoolsTeacherActivation100",
          "studentsEligible",
          "studentsRegistered",
          "studentRegistrationRate",
          "schoolsStudentActivation100",
          "plansSubmitted",
          "schoolsHoldingTraining");

  @Inject private BulletinService bulletins;
  @Inject private PaperReader papers;
  @Inject private Documents documents;
  @Inject private Campaigns campaigns;

  /** Figures, boards, honours, and what was released. */
  @GET
  @Path("{campaign}/bulletin")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The bulletin's figures, boards and honours",
      description =
          "From the campaign's newest snapshot; of a running campaign as of now, with snapshot"
              + " null. Rates are truncated to one decimal. Honours are empty until a second"
              + " officer has confirmed them.")
  @APIResponse(responseCode = "404", description = "No such campaign, or only a draft of one")
  public JsonObject get(@PathParam("campaign") String code) {
    Campaign campaign = begun(code);
    Basis basis = bulletins.basis(campaign);
    return Json.createObjectBuilder()
        .add("snapshot", basis.snapshot().map(s -> snapshot(campaign, s)).orElse(JsonValue.NULL))
        .add("asOf", Campaigns.time(campaign, basis.asOf()))
        .add("figures", figures(basis))
        .add(
            "boards",
            Json.createObjectBuilder()
                .add("topConstruction", names(basis, RankedBy.BUILDING))
                .add("topStudentUse", names(basis, RankedBy.STUDENTS))
                .add("topTeacherUse", names(basis, RankedBy.TEACHERS)))
        .add("honours", honours(basis))
        .add(
            "bulletin",
            bulletins.releases(campaign).stream()
                .findFirst()
                .map(BulletinResource::released)
                .orElse(JsonValue.NULL))
        .build();
  }

  private Campaign begun(String code) {
    Campaign campaign = campaigns.require(code);
    if (campaign.state() == Campaign.State.DRAFT) {
      throw ProblemDetail.notFound("The campaign " + code + " has not begun.").asException();
    }
    return campaign;
  }

  private static JsonValue snapshot(Campaign campaign, Frozen snapshot) {
    return Json.createObjectBuilder()
        .add("id", snapshot.id())
        .add("hash", snapshot.hash())
        .add("takenAt", Campaigns.time(campaign, snapshot.takenAt()))
        .build();
  }

  /** Counts as numbers, rates as they are printed. */
  private static JsonObjectBuilder figures(Basis basis) {
    JsonObjectBuilder figures = Json.createObjectBuilder();
    for (String name : FIGURES) {
      String print = basis.figures().getOrDefault(name, "");
      if (print.matches("\\d{1,18}")) {
        figures.add(name, Long.parseLong(print));
      } else {
        figures.add(name, print);
      }
    }
    return figures;
  }

  private static JsonArrayBuilder names(Basis basis, RankedBy by) {
    return Json.createArrayBuilder(basis.board(by.name(), PLACES));
  }

  private static JsonArrayBuilder honours(Basis basis) {
    JsonArrayBuilder honours = Json.createArrayBuilder();
    basis
        .honours()
        .forEach(
            honour -> {
              JsonArrayBuilder rows = Json.createArrayBuilder();
              honour
                  .rows()
                  .forEach(
                      r ->
                          rows.add(
                              Json.createObjectBuilder()
                                  .add("name", r.name())
                                  .add("school", r.school())));
              honours.add(
                  Json.createObjectBuilder()
                      .add("code", honour.code())
                      .add("name", honour.name())
                      .add("rows", rows));
            });
    return honours;
  }

  private static JsonValue released(Release release) {
    return Json.createObjectBuilder()
        .add("number", release.content().number())
        .add("date", release.content().date().map(Object::toString).orElse(""))
        .add("version", release.version())
        .add("hash", release.hash())
        .build();
  }

  /** As a file. */
  @GET
  @Path("{campaign}/bulletin.{format:docx|pdf}")
  @Operation(
      summary = "The released bulletin, or its newest draft, as a file of Word or PDF/A",
      description = "A draft says 征求意见稿 below its title.")
  @APIResponse(responseCode = "404", description = "No such campaign, or only a draft of one")
  public Response file(@PathParam("campaign") String code, @PathParam("format") String ending) {
    Documents.Format format = Documents.Format.ofEnding(ending).orElseThrow();
    PaperReader.Paper paper =
        papers.find(begun(code), Optional.empty(), Optional.empty()).orElseThrow();
    StreamingOutput body = out -> documents.write(paper.document(), format, out);
    return Response.ok(body, format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            TableExport.attachment(paper.name() + "." + format.ending()))
        .build();
  }
}
