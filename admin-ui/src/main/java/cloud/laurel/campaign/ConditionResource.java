package cloud.laurel.campaign;

import cloud.laurel.plugin.Problem;
import cloud.laurel.trial.ConditionTrial;
import cloud.laurel.web.Caller;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import cloud.laurel.web.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/attributes} and {@code /campaigns/condition}: help with writing conditions. */
@Path("campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "campaigns")
public class ConditionResource {

  private static final int MAX_BYTES = 64 * 1024;

  @Inject private KnownAttributes attributes;
  @Inject private ConditionTrial trial;

  /** What actions of some types have come with. */
  @GET
  @Path("attributes")
  @Operation(summary = "Attributes that actions of some types have come with")
  public List<KnownAttribute> attributes(@QueryParam("type") List<String> types) {
    return attributes.of(types);
  }

  /** Tries a condition on past actions. */
  @POST
  @Path("condition")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tries a condition on the latest actions of some types",
      description = "Body: {condition, types, timeZone?}. Nothing is stored.")
  public Tried run(InputStream body, @Context HttpHeaders headers) {
    if (!(RequestBody.json(RequestBody.utf8(body, headers, MAX_BYTES)) instanceof JsonObject json)
        || !(json.get("condition") instanceof JsonString condition)
        || !(json.get("types") instanceof JsonArray types)) {
      throw new ProblemDetail(
              422,
              "invalid-input",
              "The input is not valid",
              "Send a condition and the action types to try it on.",
              List.of(new Problem("condition", "is missing")))
          .asException();
    }
    ZoneId zone = zone(json.getString("timeZone", ""));
    Texts text = Texts.in(CampaignCheckResource.language(headers));
    try {
      return new Tried(
          List.of(),
          trial
              .run(
                  condition.getString(),
                  types.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList(),
                  zone)
              .stream()
              .map(row -> Row.of(row, text, zone))
              .toList());
    } catch (InvalidCondition e) {
      return new Tried(e.problems().stream().map(p -> Wrong.of(p, text)).toList(), List.of());
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name.isBlank() ? "Asia/Shanghai" : name);
    } catch (DateTimeException e) {
      return ZoneId.of("Asia/Shanghai");
    }
  }

  /** The answer: either what is wrong, or what the condition makes of past actions. */
  public record Tried(List<Wrong> problems, List<Row> rows) {}

  /** Something wrong with the condition. */
  public record Wrong(int line, int column, String problem) {

    static Wrong of(ConditionProblem problem, Texts text) {
      return new Wrong(
          problem.line(), problem.column(), text.filled(problem.kind().id(), problem.arguments()));
    }
  }

  /** A past action. */
  public record Row(
      String type,
      String occurredAt,
      String actor,
      String object,
      String attributes,
      boolean holds) {

    static Row of(ConditionTrial.Row row, Texts text, ZoneId zone) {
      return new Row(
          text.ofCode("type.", row.type()),
          text.time(row.occurredAt(), zone),
          row.actor(),
          row.objectName().orElse(""),
          row.attributes().toString(),
          row.holds());
    }
  }
}
