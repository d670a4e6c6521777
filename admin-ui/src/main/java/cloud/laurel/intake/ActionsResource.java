package cloud.laurel.intake;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import cloud.laurel.plugin.Problem;
import cloud.laurel.web.Caller;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /actions}: actions of platforms outside this server. */
@Path("actions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "actions")
public class ActionsResource {

  /** Most elements of one request. */
  static final int MAX_ACTIONS = 1000;

  private static final int MAX_BYTES = 5 * 1024 * 1024;

  @Inject private IntakeService intake;

  /** Takes the well-formed elements and names the others. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Caller.PLATFORM)
  @Operation(
      summary = "Takes 1 to 1000 actions",
      description =
          "Durable and scored when answered. A known id is counted as repeated. A malformed element"
              + " is rejected with its index, field and problem; the others are taken. At most 5"
              + " MiB and 1000 elements (413).")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  public Response post(
      @RequestBodySchema(ActionSchema[].class) InputStream body, @Context HttpHeaders headers) {
    Batch batch = Batch.of(elements(RequestBody.utf8(body, headers, MAX_BYTES)));
    IntakeService.Accepted accepted =
        batch.actions().isEmpty()
            ? new IntakeService.Accepted(0, 0)
            : intake.accept(batch.actions());
    return Response.accepted(new Taken(accepted.accepted(), accepted.repeated(), batch.rejected()))
        .build();
  }

  private static JsonArray elements(String text) {
    if (!(RequestBody.json(text) instanceof JsonArray array)) {
      throw new ProblemDetail(
              400, "not-an-array", "The body is not an array", "Send a JSON array of actions.")
          .asException();
    }
    if (array.isEmpty()) {
      throw new ProblemDetail(
              400, "empty-array", "The array is empty", "Send 1 to " + MAX_ACTIONS + " actions.")
          .asException();
    }
    if (array.size() > MAX_ACTIONS) {
      throw new ProblemDetail(
              413,
              "too-many-actions",
              "Too many actions",
              "%d actions came, at most %d are taken at once; none was taken."
                  .formatted(array.size(), MAX_ACTIONS))
          .asException();
    }
    return array;
  }

  /**
   * What became of a request.
   *
   * @param accepted actions that were new
   * @param repeated actions that were known already
   * @param rejected elements that are not actions
   */
  public record Taken(int accepted, int repeated, List<Rejected> rejected) {}

  /**
   * An element that is not an action.
   *
   * @param index its place in the array, from 0
   */
  public record Rejected(int index, String field, String problem) {}

  /** The request's elements, sorted into those that can be taken and those that cannot. */
  record Batch(List<PlatformAction> actions, List<Rejected> rejected) {

    static Batch of(JsonArray elements) {
      Batch batch = new Batch(new ArrayList<>(elements.size()), new ArrayList<>());
      for (int i = 0; i < elements.size(); i++) {
        int index = i;
        batch
            .read(elements.get(i))
            .ifPresent(p -> batch.rejected.add(new Rejected(index, p.field(), p.problem())));
      }
      return batch;
    }

    private Optional<Problem> read(JsonValue element) {
      try {
        actions.add(PlatformActionJson.fromJson(element));
        return Optional.empty();
      } catch (PlatformActionJson.InvalidAction e) {
        return Optional.of(e.problem());
      }
    }
  }

  /** An action as it is sent; only for the OpenAPI document. */
  @Schema(name = "Action")
  record ActionSchema(
      @Schema(required = true, maxLength = PlatformAction.MAX_ID) String id,
      @Schema(required = true, examples = "lesson.prepared") String type,
      @Schema(required = true, description = "users.sourcedId of the roster") String actor,
      @Schema(required = true, format = "date-time") String occurredAt,
      Optional<String> school,
      Optional<ObjectSchema> object,
      List<String> counterparts,
      @Schema(description = "texts, numbers and booleans by name") Object attributes) {

    /** The thing acted on; only for the OpenAPI document. */
    record ObjectSchema(String id, String name) {}
  }
}
