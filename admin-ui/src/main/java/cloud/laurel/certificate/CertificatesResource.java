package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.Campaigns;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /campaigns/{c}/certificates}: issuing certificates. */
@Path("campaigns/{campaign}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "certificates")
public class CertificatesResource {

  private static final int MAX_BYTES = 8 * 1024 * 1024;

  @Inject private Campaigns campaigns;
  @Inject private IssueService issue;
  @Inject private IssueWait wait;
  @Inject private IssueDefaults defaults;
  @Inject private Caller caller;

  /** Issues certificates. */
  @POST
  @Operation(
      summary = "Issues certificates to the recipients named",
      description =
          "Body: {honour, issuedOn, recipients: [{name, school, account?}], document?, issuer?,"
              + " reason?}. A school is its name, other name or code. A recipient with a problem"
              + " gets none; who has one of this honour already gets that one's number. Answered"
              + " when they are printed, or after a minute: then the numbers are taken, and the"
              + " rest is printed in the course of the next minutes.")
  @APIResponse(responseCode = "201", description = "{certificates, problems, warnings}")
  @APIResponse(responseCode = "409", description = "Nothing can be issued now")
  @APIResponse(responseCode = "422", description = "Something in the body is not valid")
  public Response issue(
      @PathParam("campaign") String code, InputStream body, @Context HttpHeaders headers) {
    Campaign campaign = campaigns.require(code);
    IssueRequest request = IssueRequest.of(json(body, headers, MAX_BYTES));
    try {
      IssueService.Ordered ordered =
          issue.issue(
              campaign,
              request.honour(),
              request.terms(defaults.of(campaign)),
              request.recipients(),
              caller.name().orElse(""));
      List<IssueLine> lines = wait.until(ordered);
      return Response.status(Response.Status.CREATED).entity(Issued.of(lines)).build();
    } catch (CertificateRefused e) {
      throw RefusedWords.asException(e);
    }
  }

  private static JsonObject json(InputStream body, HttpHeaders headers, int limit) {
    if (RequestBody.json(RequestBody.utf8(body, headers, limit)) instanceof JsonObject json) {
      return json;
    }
    throw new ProblemDetail(
            400, "not-an-object", "The body is not an object", "Send one JSON object.")
        .asException();
  }

  /**
   * What became of a request.
   *
   * @param certificates those issued, in the order of the recipients
   * @param problems why a recipient got none
   * @param warnings what is odd about a name that was printed nevertheless
   */
  public record Issued(List<Numbered> certificates, List<Remark> problems, List<Remark> warnings) {

    static Issued of(List<IssueLine> lines) {
      return new Issued(
          lines.stream().flatMap(line -> Numbered.of(line).stream()).toList(),
          remarks(lines, true),
          remarks(lines, false));
    }

    private static List<Remark> remarks(List<IssueLine> lines, boolean blocking) {
      return IntStream.range(0, lines.size())
          .boxed()
          .flatMap(
              i ->
                  lines.get(i).findings().stream()
                      .filter(f -> f.blocks() == blocking)
                      .map(f -> new Remark(i, f.kind().name(), FindingWords.of(f))))
          .toList();
    }
  }

  /**
   * A certificate.
   *
   * @param number the whole number
   * @param name as it is printed
   */
  public record Numbered(String number, String name) {

    static Optional<Numbered> of(IssueLine line) {
      return line.current().map(number -> new Numbered(number.text(), line.name()));
    }
  }

  /**
   * Something about a recipient.
   *
   * @param index its place in the request, from 0
   * @param code of the problem
   * @param problem what is wrong and what to do
   */
  public record Remark(int index, String code, String problem) {}
}
