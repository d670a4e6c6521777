package cloud.laurel.appeal;

import cloud.laurel.web.Texts;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes in with the forms of appeals, and where they lead. */
final class FormInput {

  private static final String FILES = "files";

  private FormInput() {}

  /** A field; empty when it did not come. */
  static String text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** A number; 0 when there is none. */
  static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** The files that came, each read as far as it takes to see that it is too large. */
  static List<Upload> files(HttpServletRequest request) {
    List<Upload> files = new ArrayList<>();
    try {
      for (Part part : request.getParts()) {
        String name = part.getSubmittedFileName();
        if (part.getName().equals(FILES) && name != null && !name.isEmpty()) {
          try (InputStream in = part.getInputStream()) {
            files.add(new Upload(name, in.readNBytes(Upload.MAX_BYTES + 1)));
          }
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      // A form without files is not sent in parts.
      return files;
    }
  }

  /** Leads on to another page once a form is done, so that it cannot be sent twice. */
  static void leadTo(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why a form was not taken, in plain words.
   *
   * @param field which of its fields has to change, in small letters; {@code none} for the whole
   */
  public record Problem(String field, String words) {

    /** All in order. */
    static final Problem NONE = new Problem("", "");

    static Problem of(AppealRefused refused, Texts text) {
      return new Problem(
          refused.why().field().name().toLowerCase(java.util.Locale.ROOT),
          text.of("appeal.why." + refused.why(), refused.subject()));
    }
  }
}
