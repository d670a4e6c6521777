package cloud.laurel.showcase;

import cloud.laurel.plan.SchoolDesk;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands out pictures of cases: to everybody those that are published, to schools their own, to the
 * bureau all.
 */
@WebServlet({"/showcase/picture", "/school/showcase/picture", "/bureau/showcase/picture"})
public class ShowcasePictureServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** A withdrawn picture is gone from caches after ten minutes. */
  private static final String CACHED = "public, max-age=600";

  @Inject private transient FrameView frame;
  @Inject private transient SchoolDesk desk;
  @Inject private transient ShowcaseService showcases;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long id = FormInput.number(request, "id");
    boolean small = FormInput.text(request, "size").equals("small");
    Optional<Picture.Content> found =
        showcases.picture(id, small).filter(picture -> isAllowed(picture, request));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Picture.Content picture = found.get();
    // what a number shows never changes
    String tag = "\"" + id + (small ? "-small" : "") + "\"";
    response.setHeader("ETag", tag);
    if (request.getServletPath().equals("/showcase/picture")) {
      response.setHeader("Cache-Control", CACHED);
    }
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(picture.type().mediaType());
    response.setContentLength(picture.bytes().length);
    response.setHeader("Content-Disposition", "inline");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(picture.bytes());
  }

  private boolean isAllowed(Picture.Content picture, HttpServletRequest request) {
    String path = request.getServletPath();
    // The security constraint has let only officers through to the bureau's addresses.
    return path.startsWith("/bureau/")
        || path.startsWith("/showcase/") && picture.published()
        || path.startsWith("/school/") && isOwn(picture.school());
  }

  private boolean isOwn(String school) {
    return frame
        .campaign()
        .filter(c -> desk.schools(c).stream().anyMatch(s -> s.code().equals(school)))
        .isPresent();
  }
}
