package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The register as a table, with the filter of the page; read in portions. */
@WebServlet("/bureau/certificate-register/export")
public class RegisterExport extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PORTION = 500;

  @Inject private transient FrameView frame;
  @Inject private transient RegisterService register;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RegisterFilter filter = RegisterQuery.of(request, frame.getCode()).filter();
    TableExport.send(
        request,
        response,
        text.of("certificates.register"),
        Stream.of(
                "certificates.series",
                "certificates.state",
                "certificates.name",
                "certificates.school",
                "certificates.honour",
                "certificates.document",
                "certificates.issuer",
                "certificates.issuedOn",
                "certificates.takenAt",
                "certificates.issuedAt",
                "certificates.changedAt",
                "certificates.reason",
                "certificates.predecessor",
                "certificates.successor",
                "certificates.withheld")
            .map(text::of)
            .toList(),
        frame.campaign().stream()
            .flatMap(campaign -> all(campaign, filter).map(one -> cells(campaign, one))));
  }

  private Stream<Certificate> all(Campaign campaign, RegisterFilter filter) {
    return Stream.iterate(0, from -> from + PORTION)
        .map(from -> register.page(campaign, filter, from, PORTION).rows())
        .takeWhile(rows -> !rows.isEmpty())
        .flatMap(List::stream);
  }

  private List<?> cells(Campaign campaign, Certificate one) {
    Printed printed = one.printed();
    return List.of(
        one.number().series(),
        text.of("certificates.state." + one.state()),
        printed.name(),
        printed.school(),
        printed.honour(),
        printed.document(),
        printed.issuer(),
        printed.issuedOn(),
        text.time(one.takenAt(), campaign.zone()),
        one.issuedAt().map(at -> text.time(at, campaign.zone())).orElse(""),
        one.change().map(change -> text.time(change.at(), campaign.zone())).orElse(""),
        one.change().map(Certificate.Change::reason).orElse(""),
        one.predecessor().map(CertificateNumber::series).orElse(""),
        one.change()
            .flatMap(Certificate.Change::successor)
            .map(CertificateNumber::series)
            .orElse(""),
        one.isWithheld() ? text.of("certificates.withheld") : "");
  }
}
