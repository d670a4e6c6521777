package cloud.laurel.certificate;

import cloud.laurel.certificate.RegisterService.Files;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FormInput;
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
 * The files of valid certificates; one is in memory at a time. For the bureau those of a campaign,
 * of one school or of all with a folder for each; for a school its own, without those that the
 * person asked not to be shown.
 */
@WebServlet({"/bureau/certificates.zip", "/school/certificates.zip"})
public class CertificateZip extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient OwnCertificates own;
  @Inject private transient RegisterService register;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Files> files =
        request.getServletPath().startsWith("/school/")
            ? own.files(FormInput.text(request, "code"))
            : frame.campaign().map(c -> new Files(Optional.of(c), school(request), true));
    if (files.filter(some -> register.count(some) > 0).isEmpty()) {
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
          files.orElseThrow(),
          (certificate, pdf) -> {
            zip.putNextEntry(
                new ZipEntry(folder(certificate, folders) + "/" + file(certificate, text)));
            zip.write(pdf);
            zip.closeEntry();
          });
    }
  }

  private static Optional<String> school(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("school"));
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

  /** What a certificate's file is called. */
  static String file(Certificate certificate, Texts text) {
    return FileAnswer.safe(
            text.of(
                "certificates.file", certificate.number().series(), certificate.printed().name()))
        + ".pdf";
  }
}
