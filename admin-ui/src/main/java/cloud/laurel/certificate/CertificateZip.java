package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a campaign's valid certificates, of one school or of all with a folder for each; one
 * file is in memory at a time.
 */
@WebServlet("/bureau/certificates.zip")
public class CertificateZip extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient RegisterService register;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = frame.campaign();
    Optional<String> school = Optional.ofNullable(request.getParameter("school"));
    if (campaign.stream()
        .flatMap(c -> register.bySchool(c).stream())
        .noneMatch(one -> school.isEmpty() || school.get().equals(one.code()))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", TableExport.attachment(text.of("certificates.zip") + ".zip"));
    try (ZipOutputStream zip =
        new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
      // what a PDF holds is packed already
      zip.setLevel(Deflater.BEST_SPEED);
      Map<String, String> folders = new HashMap<>();
      register.files(
          campaign.orElseThrow(),
          school,
          (certificate, pdf) -> {
            zip.putNextEntry(new ZipEntry(folder(certificate, folders) + "/" + file(certificate)));
            zip.write(pdf);
            zip.closeEntry();
          });
    }
  }

  /** Two schools of one name are told apart by their codes. */
  private static String folder(Certificate certificate, Map<String, String> taken) {
    Printed printed = certificate.printed();
    String plain = FileAnswer.safe(printed.isPerson() ? printed.school() : printed.name());
    String owner = taken.putIfAbsent(plain, certificate.school());
    return owner == null || owner.equals(certificate.school())
        ? plain
        : plain + "-" + FileAnswer.safe(certificate.school());
  }

  private String file(Certificate certificate) {
    return FileAnswer.safe(
            text.of(
                "certificates.file", certificate.number().series(), certificate.printed().name()))
        + ".pdf";
  }
}
