package cloud.laurel.press;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.input.WordsRule;
import cloud.laurel.template.SealService;
import cloud.laurel.template.Template;
import cloud.laurel.template.TemplateService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.TableExport;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Hands officers samples of templates, their sources, the test page and pictures of seals. */
@WebServlet({
  "/bureau/certificate-templates/sample",
  "/bureau/certificate-templates/source",
  "/bureau/certificate-templates/crosses",
  "/bureau/certificate-seal/picture"
})
public class DesignFileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String PNG = "image/png";
  private static final String PDF = "application/pdf";

  @Inject private transient TemplateService templates;
  @Inject private transient SealService seals;
  @Inject private transient SheetPrinter printer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    Optional<Template> template = templates.find(number(request, "template"));
    if (path.endsWith("/picture")) {
      Optional<byte[]> picture = seals.picture(number(request, "id"));
      if (picture.isPresent()) {
        send(response, PNG, "inline", picture.get());
        return;
      }
    } else if (path.endsWith("/crosses")) {
      byte[] pdf =
          printer.crosses(mode(request, true), FormInput.text(request, "upright").equals("1"));
      send(response, PDF, TableExport.attachment("套打测试页.pdf"), pdf);
      return;
    } else if (template.isPresent()) {
      if (path.endsWith("/source")) {
        source(template.get(), response);
      } else {
        sample(template.get(), request, response);
      }
      return;
    }
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private static void source(Template template, HttpServletResponse response) throws IOException {
    String name = template.name() + "-" + template.version() + ".xhtml";
    byte[] source = template.source().getBytes(StandardCharsets.UTF_8);
    send(response, "application/octet-stream", TableExport.attachment(name), source);
  }

  private void sample(Template template, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Of of =
        Arrays.stream(Of.values())
            .filter(o -> o.name().equals(FormInput.text(request, "of")))
            .findFirst()
            .orElse(Of.TEACHER);
    String name = WordsRule.line(FormInput.text(request, "name"));
    byte[] pdf;
    try {
      pdf =
          printer.print(
              Samples.of(
                  template,
                  of,
                  name.isEmpty() ? Samples.SHORT : name,
                  mode(request, FormInput.text(request, "overprint").equals("1"))));
    } catch (PressRefused e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (FormInput.text(request, "format").equals("pdf")) {
      send(response, PDF, TableExport.attachment("样张.pdf"), pdf);
    } else {
      send(response, PNG, "inline", Picture.of(pdf, Picture.WHOLE));
    }
  }

  private static Mode mode(HttpServletRequest request, boolean overprint) {
    return overprint
        ? Mode.overprint(
            TemplateStep.half(FormInput.text(request, "x")).orElse(0),
            TemplateStep.half(FormInput.text(request, "y")).orElse(0))
        : Mode.WHOLE;
  }

  private static long number(HttpServletRequest request, String name) {
    String text = FormInput.text(request, name);
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static void send(
      HttpServletResponse response, String type, String disposition, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    response.setHeader("Content-Disposition", disposition);
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(content);
  }
}
