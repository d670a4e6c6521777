package cloud.laurel.web;

import cloud.laurel.input.Upload;
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

/** What comes in with forms, and where they lead. */
public final class FormInput {

  private static final String FILES = "files";

  private FormInput() {}

  /** A field; empty when it did not come. */
  public static String text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** A number; 0 when there is none. */
  public static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** The files that came, each read as far as it takes to see that it is too large. */
  public static List<Upload> files(HttpServletRequest request) {
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
  public static void leadTo(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
