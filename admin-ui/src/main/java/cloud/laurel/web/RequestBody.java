package cloud.laurel.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads request bodies within a limit and without believing what the caller says about them. */
public final class RequestBody {

  private RequestBody() {}

  /**
   * The whole body as text.
   *
   * @param limit most bytes that are taken
   * @throws ApiProblem 413 beyond the limit, 415 for another charset or a compressed body, 400 when
   *     it is not UTF-8
   */
  public static String utf8(InputStream body, HttpHeaders headers, int limit) {
    requireUtf8(headers);
    byte[] bytes = bytes(body, limit);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProblemDetail(
              400, "malformed-text", "The body is not UTF-8", "Send the body encoded as UTF-8.")
          .asException();
    }
  }

  /**
   * A text of a body that may be empty.
   *
   * @param limit most bytes that are taken
   * @param field of the JSON object that the body is
   * @return empty when there is no body, or no such text in it
   * @throws ApiProblem as {@link #utf8} and {@link #json} do
   */
  public static String text(InputStream body, HttpHeaders headers, int limit, String field) {
    String text = utf8(body, headers, limit);
    return !text.isBlank() && json(text) instanceof JsonObject json
        ? json.getString(field, "")
        : "";
  }

  /**
   * Parses text as JSON.
   *
   * @throws ApiProblem 400 with line and column when it is none
   */
  public static JsonValue json(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw brokenJson("Something follows the JSON value.").asException();
      }
      return value;
    } catch (JsonParsingException e) {
      throw brokenJson(
              "JSON breaks off at line %d, column %d."
                  .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()))
          .asException();
    } catch (ApiProblem e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser has no common type for nesting too deep, numbers too long and a missing end.
      throw brokenJson("The body is empty, cut off, nested too deep or holds a number too long.")
          .asException();
    }
  }

  /**
   * The body as a stream that ends with a problem when it grows beyond the limit.
   *
   * @param limit most bytes that are taken
   * @throws ApiProblem 413 at once when the announced length is beyond it
   */
  public static InputStream limited(InputStream body, HttpHeaders headers, long limit) {
    requireIdentity(headers);
    if (announced(headers).filter(length -> length > limit).isPresent()) {
      throw tooLarge(limit).asException();
    }
    return new Limited(body, limit);
  }

  private static byte[] bytes(InputStream body, int limit) {
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLarge(limit).asException();
      }
      return bytes;
    } catch (IOException e) {
      throw new ProblemDetail(
              400, "incomplete-body", "The body is incomplete", "The body could not be read.")
          .asException();
    }
  }

  private static void requireUtf8(HttpHeaders headers) {
    requireIdentity(headers);
    MediaType type = headers.getMediaType();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
      throw new ProblemDetail(
              415,
              "unsupported-charset",
              "Unsupported charset",
              "Only UTF-8 is taken; send charset=UTF-8 or none.")
          .asException();
    }
  }

  private static void requireIdentity(HttpHeaders headers) {
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.isBlank() && !encoding.trim().equalsIgnoreCase("identity")) {
      throw new ProblemDetail(
              415,
              "unsupported-encoding",
              "Unsupported content encoding",
              "Send the body without Content-Encoding.")
          .asException();
    }
  }

  private static Optional<Long> announced(HttpHeaders headers) {
    try {
      return Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH))
          .map(length -> Long.parseLong(length.trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ProblemDetail brokenJson(String detail) {
    return new ProblemDetail(400, "broken-json", "The body is not JSON", detail);
  }

  private static ProblemDetail tooLarge(long limit) {
    return new ProblemDetail(
        413, "too-large", "The body is too large", "At most " + limit + " bytes are taken.");
  }

  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count(1);
      }
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge(limit).asException();
      }
    }
  }
}
