package cloud.laurel.certificate;

import cloud.laurel.web.Caller;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /certificates/{number}/revocation}: revoking a certificate. */
@Path("certificates/{number}/revocation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.BUREAU)
@RequestScoped
@Tag(name = "certificates")
public class RevocationResource {

  private static final int MAX_REASON_BYTES = 16 * 1024;

  @Inject private ChangeService changes;
  @Inject private RegisterService register;
  @Inject private LookupService lookup;
  @Inject private Caller caller;

  /** Revokes a certificate. */
  @POST
  @Operation(
      summary = "Revokes a certificate for good; a repeat changes nothing",
      description = "Body: {reason}. The public reads the reason.")
  @APIResponse(responseCode = "200", description = "{number, status, changedAt, reason}")
  @APIResponse(responseCode = "404", description = "No certificate has this number")
  @APIResponse(responseCode = "409", description = "It was replaced by another one")
  @APIResponse(responseCode = "422", description = "There is no reason")
  public Revocation revoke(
      @PathParam("number") String number, InputStream body, @Context HttpHeaders headers) {
    Certificate certificate =
        lookup
            .byNumber(number)
            .or(() -> register.find(number).filter(one -> one.state().isPublic()))
            .orElseThrow(
                () ->
                    ProblemDetail.notFound("No certificate has the number " + number + ".")
                        .asException());
    String reason = RequestBody.text(body, headers, MAX_REASON_BYTES, "reason");
    try {
      return Revocation.of(changes.revoke(certificate, reason, caller.name().orElse("")));
    } catch (CertificateRefused e) {
      throw RefusedWords.asException(e);
    }
  }

  /** A revoked certificate. */
  public record Revocation(String number, String status, String changedAt, String reason) {

    static Revocation of(Certificate one) {
      Certificate.Change change = one.change().orElseThrow();
      return new Revocation(
          one.number().text(), one.state().name(), change.at().toString(), change.reason());
    }
  }
}
