package cloud.laurel.campaign;

import cloud.laurel.web.Caller;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a draft from a template or a file and opens it, or shows what is wrong with the file. */
@WebServlet("/bureau/campaigns/new")
@MultipartConfig(maxFileSize = NewCampaignServlet.MAX_BYTES, maxRequestSize = 2_097_152)
public class NewCampaignServlet extends HttpServlet {

  static final long MAX_BYTES = 1_048_576;

  /** Request attribute that tells the page what was refused. */
  static final String REFUSED = "refusedCampaign";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Inject private transient CampaignService campaigns;
  @Inject private transient Caller caller;
  @Inject private transient InstantSource clock;
  @Inject private transient Texts text;

  /** A campaign that cannot be taken. */
  record Refused(String json, List<FieldProblem> problems) {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Part uploaded = request.getPart("file");
      // whoever chose a file means it, whichever way is marked
      boolean file =
          parameter(request, "template").equals("file")
              || uploaded != null && uploaded.getSize() > 0;
      Optional<String> template = file ? text(uploaded) : template(request);
      if (template.isEmpty()) {
        lead(request, response, "/bureau/campaigns?note=file");
        return;
      }
      String json =
          named(template.get(), file, parameter(request, "code"), parameter(request, "title"));
      try {
        Campaign draft = campaigns.draft(json, caller.name().orElse(""));
        lead(request, response, "/bureau/campaign-edit?code=" + draft.code());
      } catch (InvalidCampaign e) {
        request.setAttribute(REFUSED, new Refused(json, e.fieldProblems()));
        request.getRequestDispatcher("/bureau/campaigns.xhtml").forward(request, response);
      }
    } catch (CharacterCodingException e) {
      lead(request, response, "/bureau/campaigns?note=encoding");
    } catch (IllegalStateException e) {
      // how the container says that a part is larger than it may be
      lead(request, response, "/bureau/campaigns?note=size");
    }
  }

  private Optional<String> template(HttpServletRequest request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    return switch (parameter(request, "template")) {
      case "notice" -> Optional.of(CampaignTemplates.notice(today));
      case "empty" ->
          Optional.of(CampaignTemplates.empty(text.of("campaigns.new.untitled"), today));
      case "copy" ->
          campaigns
              .find(parameter(request, "of"))
              .map(campaign -> CampaignTemplates.copy(campaign, today));
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(@Nullable Part part) throws IOException {
    if (part == null || part.getSize() == 0) {
      return Optional.empty();
    }
    try (InputStream in = part.getInputStream()) {
      String json =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      return Optional.of(json.startsWith("\uFEFF") ? json.substring(1) : json);
    }
  }

  /**
   * Puts in the code and title that were asked for. A template's own code gives way to campaigns
   * that have it; a file's is a mistake to be shown. What is no JSON object stays as it is, for the
   * check to say so.
   */
  private String named(String json, boolean file, String code, String title) {
    return CampaignTemplates.code(json)
        .map(own -> !code.isEmpty() ? code : file ? own : free(own))
        .map(chosen -> CampaignTemplates.named(json, chosen, title))
        .orElse(json);
  }

  private String free(String code) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> i == 1 ? code : code + "-" + i)
        .filter(candidate -> campaigns.find(candidate).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void lead(HttpServletRequest request, HttpServletResponse response, String to) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + to);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }
}
