package cloud.laurel.web;

import cloud.laurel.input.Attachment;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands files out, always to be saved: never shown in a page of ours, whatever they hold. */
public final class FileAnswer {

  private FileAnswer() {}

  /** Answers with a file, or with 404 when there is none. */
  public static void send(HttpServletResponse response, Optional<Attachment.Content> found)
      throws IOException {
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Attachment attachment = found.get().attachment();
    response.setContentType(attachment.type().mediaType());
    response.setContentLength(attachment.size());
    response.setHeader("Content-Disposition", TableExport.attachment(attachment.name()));
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(found.get().bytes());
  }

  /** A part of a file's name that every system can store. */
  public static String safe(String name) {
    String plain = name.replaceAll("[\\p{Cc}\\\\/:*?\"<>|]", " ").strip();
    return plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
  }
}
