package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.signing.SigningHost;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /verify/{number}}: one certificate, whether it counts, and what can be done with it. */
@Named("certificate")
@RequestScoped
public class CertificateView {

  /** What WeChat's browser calls itself; it saves no files. */
  private static final String WECHAT = "MicroMessenger";

  @Inject private InstantSource clock;
  @Inject private SigningHost signing;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<CertificateSheet> sheet = Optional.empty();

  /** The one to show. */
  void show(Certificate certificate) {
    sheet = Optional.of(new CertificateSheet(certificate));
  }

  /** The certificate. */
  public CertificateSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** When it was looked up, which is what its state is true of. */
  public String getCheckedAt() {
    return text.seconds(clock.instant(), CertificateSheet.ZONE);
  }

  /** The page's whole address, to be copied: the one that the QR code has. */
  public String getAddress() {
    String path = LookupPages.address(request, getSheet().number());
    return signing
        .home()
        .map(home -> home + path.substring(request.getContextPath().length()))
        .orElse(path);
  }

  /** The first part of its files' addresses. */
  public String getFiles() {
    return request.getContextPath() + "/certificates/" + getSheet().number().code();
  }

  /** Whether the page is read inside WeChat. */
  public boolean isInWeChat() {
    return Optional.ofNullable(request.getHeader("User-Agent"))
        .filter(agent -> agent.contains(WECHAT))
        .isPresent();
  }
}
