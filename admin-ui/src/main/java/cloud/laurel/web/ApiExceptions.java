package cloud.laurel.web;

import cloud.laurel.store.InvalidInput;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Turns whatever a resource or the JAX-RS runtime throws into a problem document. */
@Provider
public class ApiExceptions implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ApiExceptions.class.getName());

  @Context private SecurityContext security;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ApiProblem problem) {
      return problem.problem().toResponse();
    }
    if (failure instanceof InvalidInput input) {
      return invalid(input).toResponse();
    }
    if (failure instanceof WebApplicationException web) {
      return answer(web);
    }
    return unexpected(failure).toResponse();
  }

  /** Input that was read but breaks the rules of its format. */
  static ProblemDetail invalid(InvalidInput input) {
    return new ProblemDetail(
        422,
        "invalid-input",
        "The input is not valid",
        "Nothing was stored; errors names every field that has to change.",
        input.problems());
  }

  /** Logs a failure under a number that the caller is told, and nothing else about it. */
  static ProblemDetail unexpected(Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, () -> "LRL-09001 unexpected failure " + incident, failure);
    return new ProblemDetail(
        500,
        "unexpected",
        "Something went wrong here",
        "The request was not carried out; the log has the reason under " + incident + ".",
        java.util.List.of(),
        jakarta.json.Json.createObjectBuilder()
            .add("instance", "urn:uuid:" + incident)
            .add("code", "LRL-09001")
            .build());
  }

  private Response answer(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    if (status >= 500) {
      return unexpected(failure).toResponse();
    }
    // The role check of the JAX-RS runtime does not tell a stranger from somebody without the role.
    boolean stranger = status == 403 && security.getUserPrincipal() == null;
    Response response = ProblemDetail.ofStatus(stranger ? 401 : status).toResponse();
    if (failure instanceof NotAllowedException) {
      return Response.fromResponse(response)
          .header(HttpHeaders.ALLOW, failure.getResponse().getHeaderString(HttpHeaders.ALLOW))
          .build();
    }
    return response;
  }
}
