package cloud.laurel.web;

import cloud.laurel.campaign.ChangedMeanwhile;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.startup.EngineHost;
import cloud.laurel.store.InvalidInput;
import jakarta.json.Json;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;

/** Turns whatever a resource or the JAX-RS runtime throws into a problem document. */
@Provider
public class ApiExceptions implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ApiExceptions.class.getName());

  private static final int RETRY_SECONDS = 5;

  @Context private SecurityContext security;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ApiProblem problem) {
      return problem.problem().toResponse();
    }
    if (failure instanceof InvalidInput input) {
      return invalid(input).toResponse();
    }
    if (failure instanceof WrongState state) {
      return wrongState(state).toResponse();
    }
    if (failure instanceof ChangedMeanwhile) {
      return changed().toResponse();
    }
    if (failure instanceof WebApplicationException web) {
      return answer(web);
    }
    return away(failure)
        ? Response.fromResponse(unavailable(failure).toResponse())
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
            .build()
        : unexpected(failure).toResponse();
  }

  /** Whether the database is what failed: the caller may send the same again. */
  private static boolean away(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .anyMatch(
            f -> f instanceof EngineHost.EngineUnavailable || f instanceof ConnectionException);
  }

  private static ProblemDetail unavailable(Throwable failure) {
    LOG.log(Level.WARNING, "LRL-09003 the database does not answer: " + failure);
    return new ProblemDetail(
        503,
        "unavailable",
        "Not available",
        "The database does not answer; nothing was stored. Send the same again later.");
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

  private static ProblemDetail wrongState(WrongState refused) {
    String standing =
        switch (refused.state()) {
          case DRAFT -> "It is a draft: start it first.";
          case RUNNING ->
              "It is running: its rules change through a new version, its end is close.";
          case CLOSED -> "It is closed: it can be published, or reopened with a reason.";
          case PUBLISHED -> "It is published: its numbers stay, and all it can be is archived.";
          case ARCHIVED -> "It is archived: nothing about it changes any more.";
        };
    return new ProblemDetail(
        409,
        "wrong-state",
        "The campaign does not allow this where it stands",
        standing,
        List.of(),
        Json.createObjectBuilder().add("state", refused.state().name()).build());
  }

  private static ProblemDetail changed() {
    return new ProblemDetail(
        412,
        "changed-meanwhile",
        "The campaign was saved by somebody else meanwhile",
        "Nothing was stored; read it again and make the change on what it is now.");
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
        List.of(),
        Json.createObjectBuilder()
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
