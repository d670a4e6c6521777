package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Way;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /verify}: the look-up form, and {@code /verify/{number}}, one certificate. Names come by
 * POST, so that they stand in no address, log or history; what is found by a name alone is led to
 * by its code, which nobody can guess.
 */
@WebServlet({"/verify", "/verify/*"})
public class VerifyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient LookupGate gate;
  @Inject private transient LookupPages pages;
  @Inject private transient LookupService lookup;
  @Inject private transient LookupView form;
  @Inject private transient CertificateView shown;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String number = number(request);
    if (number.isEmpty()) {
      pages.show(LookupPages.FORM, request, response);
      return;
    }
    // No proof is asked for here: codes cannot be guessed, and a scanned one must open in a school
    // where somebody else has missed. Misses count all the same.
    if (pages.turnedAway(request, response, LookupService.isNumber(number))) {
      return;
    }
    Optional<Certificate> found = lookup.byNumber(number);
    if (found.isPresent()) {
      gate.viewed(request, found.get(), Way.NUMBER);
      shown.show(found.get());
      pages.show(LookupPages.CERTIFICATE, request, response);
    } else {
      gate.missed(request);
      form.miss(number);
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      pages.show(LookupPages.FORM, request, response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String name = FormInput.text(request, "name");
    String typed = FormInput.text(request, "q");
    if (pages.turnedAway(request, response, LookupService.isNumber(typed))) {
      return;
    }
    if (typed.isBlank() || name.isBlank() && !LookupService.isNumber(typed)) {
      form.incomplete();
    } else if (gate.needsProof(request) && !gate.proves(request)) {
      form.unproved();
    } else {
      List<Certificate> found = find(name, typed);
      if (found.size() == 1) {
        gate.viewed(request, found.get(0), Way.NAME);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LookupPages.address(request, found.get(0).number()));
        return;
      }
      if (found.isEmpty()) {
        gate.missed(request);
        form.miss("");
      }
      form.found(found);
    }
    pages.show(LookupPages.FORM, request, response);
  }

  /** A number is enough without a name: it alone opens the certificate's page as well. */
  private List<Certificate> find(String name, String schoolOrNumber) {
    return name.isBlank()
        ? lookup.byNumber(schoolOrNumber).stream().toList()
        : lookup.find(name, schoolOrNumber);
  }

  private static String number(HttpServletRequest request) {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    // what a chat makes of an address may end with one more
    return path.replaceAll("^/|/$", "");
  }
}
