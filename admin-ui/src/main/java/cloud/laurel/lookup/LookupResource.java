package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Way;
import cloud.laurel.store.Sha256;
import cloud.laurel.web.ProblemDetail;
import cloud.laurel.web.TableExport;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /certificates}: look-up for programs. What is not found is not found, whyever. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
@Tag(name = "certificates")
public class LookupResource {

  private static final int GONE = 410;
  private static final long BUSY_SECONDS = 3;

  /** Kept, but asked again each time: an old status is a harm. */
  private static final String CACHED = "no-cache";

  private static final String JWT = "application/jwt";
  private static final String VC_JWT = "application/vc+jwt";

  @Inject private LookupGate gate;
  @Inject private LookupService lookup;
  @Inject private CertificateFiles files;
  @Inject private HttpServletRequest request;
  @Context private Request preconditions;
  @Context private HttpHeaders headers;

  /** Those of a name. */
  @GET
  @Operation(
      summary = "Certificates of a name, with the school or a number",
      description =
          "name and one of school (name or code) and number (whole, its series or its code). Exact,"
              + " but for spaces, width and case; at most 20. An empty list when nothing fits,"
              + " whatever does not.")
  @APIResponse(responseCode = "200", description = "Those that fit; may be none")
  @APIResponse(responseCode = "400", description = "name, or both school and number, are missing")
  @APIResponse(responseCode = "429", description = "Too many look-ups, or too many in vain")
  public CertificateJson.Found find(
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("school") @DefaultValue("") String school,
      @QueryParam("number") @DefaultValue("") String number) {
    require("name", name);
    require("school", school + number);
    refuse(gate.wait(request, false));
    refuse(gate.waitForName(request));
    List<Certificate> found = lookup.find(name, school.isBlank() ? number : school);
    if (found.isEmpty()) {
      gate.missed(request);
    }
    return new CertificateJson.Found(found.stream().map(CertificateJson::of).toList());
  }

  private static void require(String field, String value) {
    if (value.isBlank()) {
      throw ProblemDetail.badParameter(field, "is missing").asException();
    }
  }

  /** The one of a number. */
  @GET
  @Path("{number}")
  @Operation(
      summary = "What a certificate says, and whether it counts",
      description = "number is whole, or the verification code alone. Revalidate with the ETag.")
  @APIResponse(responseCode = "404", description = "There is none that may be shown")
  @APIResponse(responseCode = "429", description = "Too many look-ups")
  public Response get(@PathParam("number") String number) {
    Certificate one = byNumber(number);
    gate.viewed(request, one, Way.NUMBER);
    return json(one);
  }

  /** The one of a file. */
  @GET
  @Path("files/{sha256}")
  @Operation(
      summary = "The certificate whose file has a SHA-256",
      description = "To check a file without sending it.")
  @APIResponse(responseCode = "404", description = "No file that may be shown has it")
  @APIResponse(responseCode = "429", description = "Too many look-ups")
  public Response file(@PathParam("sha256") String sha256) {
    refuse(gate.wait(request, true));
    // Nobody can try out hashes; whoever checks a file of somebody else's does not miss.
    return json(shown(lookup.byHash(sha256)));
  }

  /** Its PDF. */
  @GET
  @Path("{number}/pdf")
  @Produces({"application/pdf", MediaType.WILDCARD})
  @Operation(summary = "The signed PDF")
  @APIResponse(responseCode = "404", description = "There is none that may be shown")
  @APIResponse(responseCode = "410", description = "It was replaced or revoked")
  public Response pdf(@PathParam("number") String number) {
    return file(number, FileKind.PDF);
  }

  /** Its badge. */
  @GET
  @Path("{number}/badge")
  @Produces({"image/png", VC_JWT, JWT, MediaType.WILDCARD})
  @Operation(
      summary = "The Open Badges 3.0 credential",
      description =
          "Baked into a PNG; as a signed JWT with Accept: application/vc+jwt or application/jwt, or"
              + " with format=jwt.")
  @APIResponse(responseCode = "404", description = "There is none that may be shown")
  @APIResponse(responseCode = "410", description = "It was replaced or revoked")
  public Response badge(
      @PathParam("number") String number, @QueryParam("format") @DefaultValue("") String format) {
    return Response.fromResponse(
            file(number, wantsJwt(format) ? FileKind.CREDENTIAL : FileKind.BADGE))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private boolean wantsJwt(String format) {
    String first =
        headers.getAcceptableMediaTypes().stream()
            .map(type -> type.getType() + "/" + type.getSubtype())
            .filter(List.of(VC_JWT, JWT, "image/png", "image/*", "*/*")::contains)
            .findFirst()
            .orElse("");
    return format.equals("jwt") || format.isEmpty() && first.endsWith("jwt");
  }

  /** Its text record. */
  @GET
  @Path("{number}/record")
  @Produces({"text/plain", MediaType.WILDCARD})
  @Operation(summary = "What it says as text with an SM2 signature")
  @APIResponse(
      responseCode = "404",
      description = "There is none that may be shown, or it was issued without an SM2 key")
  @APIResponse(responseCode = "410", description = "It was replaced or revoked")
  public Response record(@PathParam("number") String number) {
    return file(number, FileKind.RECORD);
  }

  private Certificate byNumber(String number) {
    refuse(gate.wait(request, LookupService.isNumber(number)));
    Optional<Certificate> found = lookup.byNumber(number);
    if (found.isEmpty()) {
      gate.missed(request);
    }
    return shown(found);
  }

  private static Certificate shown(Optional<Certificate> found) {
    return found
        .filter(one -> !one.isWithheld())
        .orElseThrow(() -> ProblemDetail.notFound("No certificate fits.").asException());
  }

  private Response json(Certificate one) {
    CertificateJson json = CertificateJson.of(one);
    return answer(Sha256.hex(json.toString()), () -> Response.ok(json));
  }

  private Response file(String number, FileKind kind) {
    Certificate one = byNumber(number);
    if (!one.isValid()) {
      throw new ProblemDetail(
              GONE,
              "no-longer-valid",
              "The certificate no longer counts",
              "It is " + one.state() + "; its files are no longer handed out.")
          .asException();
    }
    return answer(kind.tag(one), () -> made(one, kind));
  }

  private Response.ResponseBuilder made(Certificate one, FileKind kind) {
    byte[] bytes =
        files.of(one, kind).orElseThrow(() -> ProblemDetail.tooMany(BUSY_SECONDS).asException());
    if (bytes.length == 0) {
      throw ProblemDetail.notFound("It was issued without one.").asException();
    }
    gate.viewed(request, one, Way.DOWNLOAD);
    return Response.ok(bytes, kind.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, TableExport.attachment(kind.name(one)));
  }

  private Response answer(String tag, Supplier<Response.ResponseBuilder> whole) {
    EntityTag entity = new EntityTag(tag);
    Response.ResponseBuilder same = preconditions.evaluatePreconditions(entity);
    return (same == null ? whole.get() : same)
        .tag(entity)
        .header(HttpHeaders.CACHE_CONTROL, CACHED)
        .build();
  }

  private static void refuse(long seconds) {
    if (seconds > 0) {
      throw ProblemDetail.tooMany(seconds).asException();
    }
  }
}
