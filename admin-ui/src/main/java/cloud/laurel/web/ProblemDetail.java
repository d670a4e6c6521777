package cloud.laurel.web;

import cloud.laurel.plugin.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An RFC 9457 problem document.
 *
 * @param status the HTTP status
 * @param kind last part of {@code type}, constant for the same kind of problem
 * @param title the same for the same kind
 * @param detail what went wrong this time and what to do
 * @param errors what is wrong with single fields, may be empty
 * @param more further members, may be empty
 */
public record ProblemDetail(
    int status, String kind, String title, String detail, List<Problem> errors, JsonObject more) {

  /** Media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What a caller without credentials is asked for. */
  public static final String CHALLENGE = "Basic realm=\"Laurel\", charset=\"UTF-8\"";

  private static final String RETRY_AFTER = "retryAfter";
  private static final String TYPES = "urn:laurel:problem:";

  /** Copies its list. */
  public ProblemDetail {
    errors = List.copyOf(errors);
  }

  /** A problem without further members. */
  public ProblemDetail(int status, String kind, String title, String detail, List<Problem> errors) {
    this(status, kind, title, detail, errors, JsonObject.EMPTY_JSON_OBJECT);
  }

  /** A problem that concerns no single field. */
  public ProblemDetail(int status, String kind, String title, String detail) {
    this(status, kind, title, detail, List.of());
  }

  /** Something that does not exist. */
  public static ProblemDetail notFound(String detail) {
    return new ProblemDetail(404, "not-found", "Not found", detail);
  }

  /** Something that the caller may not do. */
  public static ProblemDetail forbidden(String detail) {
    return new ProblemDetail(403, "forbidden", "Not allowed", detail);
  }

  /** More requests than are let through; the same may be sent again later. */
  public static ProblemDetail tooMany(long seconds) {
    return new ProblemDetail(
        429,
        "too-many-requests",
        "Too many requests",
        "Send the same again in " + seconds + " seconds.",
        List.of(),
        Json.createObjectBuilder().add(RETRY_AFTER, seconds).build());
  }

  /** A parameter that cannot be read. */
  public static ProblemDetail badParameter(String field, String problem) {
    return new ProblemDetail(
        400,
        "invalid-parameter",
        "A parameter is not valid",
        field + " " + problem,
        List.of(new Problem(field, problem)));
  }

  /** The generic problem of a status that the server itself answers with. */
  public static ProblemDetail ofStatus(int status) {
    return switch (status) {
      case 401 ->
          new ProblemDetail(
              401, "unauthenticated", "Sign-in is needed", "Send valid HTTP Basic credentials.");
      case 403 -> forbidden("The signed-in account has no role that allows this.");
      case 404 -> notFound("Nothing is at this address.");
      case 405 ->
          new ProblemDetail(
              405,
              "method-not-allowed",
              "Method not allowed",
              "This address does not answer to this method; the header Allow says to which.");
      case 406 ->
          new ProblemDetail(
              406, "not-acceptable", "Not acceptable", "The answer is only there as JSON.");
      case 415 ->
          new ProblemDetail(
              415,
              "unsupported-media-type",
              "Unsupported content type",
              "The body's Content-Type is not one that this address takes.");
      default ->
          status < 500
              ? new ProblemDetail(
                  status, "bad-request", "Bad request", "The request cannot be understood.")
              : new ProblemDetail(
                  status, "unavailable", "Not available", "The server cannot answer now.");
    };
  }

  /** The document. */
  public JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", TYPES + kind)
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
    if (!errors.isEmpty()) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      errors.forEach(
          e ->
              list.add(
                  Json.createObjectBuilder().add("field", e.field()).add("problem", e.problem())));
      json.add("errors", list);
    }
    more.forEach(json::add);
    return json.build();
  }

  /** The answer that carries it. */
  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status)
            .entity(toJson().toString())
            .type(new MediaType("application", "problem+json", "UTF-8"));
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    if (more.containsKey(RETRY_AFTER)) {
      response.header(HttpHeaders.RETRY_AFTER, more.get(RETRY_AFTER));
    }
    return response.build();
  }

  /** As an exception, to leave a resource with. */
  public ApiProblem asException() {
    return new ApiProblem(this);
  }
}
