package cloud.laurel.signing;

import cloud.laurel.web.ProblemDetail;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /issuer}: who issues credentials and with which keys; the same for everybody. */
@Path("issuer")
@RequestScoped
@Tag(name = "certificates")
public class IssuerResource {

  /** A new key is known within the hour. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final int UNAVAILABLE = 503;

  private static final String VC_JWT = "application/vc+jwt";
  private static final String JWK = "application/jwk+json";
  private static final String JWKS = "application/jwk-set+json";
  private static final String JSON_LD = "application/ld+json";

  @Inject private SigningHost host;
  @Context private Request request;

  /** The profile. */
  @GET
  @PermitAll
  @Produces({JSON_LD, MediaType.APPLICATION_JSON})
  @Operation(summary = "Who issues certificates: an Open Badges 3.0 Profile")
  @APIResponse(responseCode = "404", description = "laurel.certificate.home is not configured")
  public Response profile() {
    return answer(issuer -> Optional.of(issuer.profile()));
  }

  /** All keys. */
  @GET
  @Path("keys")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, JWKS})
  @Operation(
      summary = "The public keys of credentials, present and past, as a JWK set",
      description = "kid is the address of each single key, as it stands in credentials.")
  public Response keys() {
    return answer(issuer -> Optional.of(issuer.keySet()));
  }

  /** One key. */
  @GET
  @Path("keys/{fingerprint}")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, JWK})
  @Operation(summary = "A public key of credentials, as a JWK")
  @APIResponse(responseCode = "404", description = "There is no such key")
  public Response key(@PathParam("fingerprint") String fingerprint) {
    return answer(issuer -> issuer.key(fingerprint));
  }

  /** Which credentials no longer count. */
  @GET
  @Path("status/{list: [1-9][0-9]{0,4}}")
  @PermitAll
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "A status list of credentials (W3C Bitstring Status List v1.0), signed",
      description =
          "Credentials name their list and their bit in it. The bit is set when the certificate was"
              + " revoked or replaced.")
  @APIResponse(responseCode = "200", content = @Content(mediaType = VC_JWT))
  @APIResponse(responseCode = "404", description = "There is no such list")
  @APIResponse(responseCode = "503", description = "There is no key that may sign now")
  public Response status(@PathParam("list") int list) {
    try {
      String jwt =
          host.statusLists()
              .flatMap(lists -> lists.jwt(list))
              .orElseThrow(() -> ProblemDetail.notFound("There is no such list.").asException());
      return answer(jwt, StatusList.FRESH).type(VC_JWT).build();
    } catch (CannotSign e) {
      throw ProblemDetail.ofStatus(UNAVAILABLE).asException();
    }
  }

  private Response answer(Function<Issuer, Optional<String>> part) {
    // never by the request's own Host header: the answer is cached and says who to trust
    String text =
        host.home()
            .flatMap(home -> part.apply(new Issuer(host.keys(), home)))
            .orElseThrow(
                () -> ProblemDetail.notFound("There is no such issuer or key.").asException());
    return answer(text, KEPT).build();
  }

  private Response.ResponseBuilder answer(String text, Duration kept) {
    EntityTag tag =
        new EntityTag(
            HexFormat.of().formatHex(Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8))));
    CacheControl cache = new CacheControl();
    cache.setMaxAge(Math.toIntExact(kept.toSeconds()));
    cache.setNoTransform(false);
    Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
    return (answer == null ? Response.ok(text) : answer)
        .tag(tag)
        .cacheControl(cache)
        // wallets ask from their own pages
        .header("Access-Control-Allow-Origin", "*");
  }
}
