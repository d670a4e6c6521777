package cloud.laurel.certificate;

import static cloud.laurel.certificate.TermsForm.encoded;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Preferences;
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
 * Takes what officers do about certificates and leads to the page that says what became of it. A
 * form that was not taken is shown again in the answer itself, with what was filled in. One that
 * stood on an older state changes nothing: the page says that instead.
 */
@WebServlet("/bureau/certificate-step")
public class CertificateStepServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Orders among which that of a second click is looked for. */
  private static final int NEWEST = 50;

  @Inject private transient CampaignService campaigns;
  @Inject private transient IssueService issues;
  @Inject private transient BatchService batches;
  @Inject private transient ChangeService changes;
  @Inject private transient RegisterService register;
  @Inject private transient IssueDefaults defaults;
  @Inject private transient DesignChoice designs;
  @Inject private transient CertificateOutcome outcome;
  @Inject private transient Caller caller;

  /**
   * What the officer sees next.
   *
   * @param page below the bureau's pages; with what it needs to know where it has an address
   * @param again whether it shows the form that was sent
   */
  private record Next(String page, boolean again) {

    static Next at(String address) {
      return new Next(address, false);
    }

    static Next again(String page) {
      return new Next(page, true);
    }

    static Next order(long batch, String told) {
      return at("certificate-order?id=" + batch + told);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Next> next = take(request);
    if (next.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (next.get().again()) {
      request.setAttribute(
          Preferences.BACK, request.getRequestURI() + "?" + request.getQueryString());
      request
          .getRequestDispatcher("/bureau/" + next.get().page() + ".xhtml")
          .forward(request, response);
    } else {
      lead(request, response, next.get().page());
    }
  }

  /** Leads whoever comes back to a form that was not taken to its page as it is now. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String honour = FormInput.text(request, "honour");
    String series = FormInput.text(request, "series");
    long id = FormInput.number(request, "id");
    String page = "certificate-one?";
    if (id > 0) {
      page = "certificate-order?id=" + id;
    } else if (!series.isEmpty()) {
      page = "certificate?series=" + encoded(series);
    } else if (!honour.isEmpty()) {
      page = "certificate-issue?honour=" + encoded(honour);
    }
    lead(request, response, page);
  }

  private static void lead(HttpServletRequest request, HttpServletResponse response, String page) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    String campaign = FormInput.text(request, "campaign");
    String chosen = campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign);
    response.setHeader("Location", request.getContextPath() + "/bureau/" + page + chosen);
  }

  private Optional<Next> take(HttpServletRequest request) {
    String step = FormInput.text(request, "step");
    return switch (step) {
      case "issue", "one" ->
          campaigns
              .find(FormInput.text(request, "campaign"))
              .map(
                  campaign ->
                      step.equals("one") ? one(request, campaign) : issue(request, campaign));
      case "stop", "resume", "discard" ->
          batches.find(FormInput.number(request, "id")).map(batch -> order(request, batch, step));
      case "replace", "revoke", "withhold", "show" ->
          register
              .find(FormInput.text(request, "series"))
              .map(certificate -> change(request, certificate, step));
      default -> Optional.empty();
    };
  }

  private String by() {
    return caller.name().orElseThrow();
  }

  private Next issue(HttpServletRequest request, Campaign campaign) {
    String honour = FormInput.text(request, "honour");
    Next again = Next.again("certificate-issue");
    Optional<Terms> terms = TermsForm.of(request).flatMap(TermsForm::terms);
    if (terms.isEmpty() || !designs.offers(terms.get().design())) {
      // the page says what is wrong
      return again;
    }
    try {
      List<IssueLine> lines = issues.report(campaign, honour, terms.get());
      boolean any = lines.stream().anyMatch(IssueLine::isNew);
      if (any && !ReportRow.digest(lines).equals(FormInput.text(request, "seen"))) {
        outcome.change();
        return again;
      }
      return Next.order(issues.issuePublished(campaign, honour, terms.get(), by()).batch(), "");
    } catch (CertificateRefused e) {
      boolean late = e.why() == Why.NOBODY || e.why() == Why.OPEN_ALREADY;
      Optional<Batch> first = late ? running(campaign, honour) : Optional.empty();
      if (first.isEmpty()) {
        outcome.refused("issue", e);
      }
      return first.map(batch -> Next.order(batch.id(), "&done=already")).orElse(again);
    }
  }

  /** The order that somebody else was first with. */
  private Optional<Batch> running(Campaign campaign, String honour) {
    List<Batch> orders =
        batches.of(campaign, NEWEST).stream()
            .filter(b -> b.honour().equals(honour) && b.kind() == Batch.Kind.PUBLISHED)
            .toList();
    return orders.stream().filter(Batch::isOpen).findFirst().or(() -> orders.stream().findFirst());
  }

  private Next one(HttpServletRequest request, Campaign campaign) {
    String form = "one";
    Next again = Next.again("certificate-one");
    String honour = FormInput.text(request, "honour");
    Recipient recipient = recipient(request, FormInput.text(request, "account").strip());
    Optional<Terms> terms = TermsForm.of(request).flatMap(TermsForm::terms);
    if (terms.isEmpty()) {
      outcome.refused(form, Why.DATE_RANGE, "");
      return again;
    }
    if (!designs.offers(terms.get().design())) {
      outcome.design(form);
      return again;
    }
    try {
      issues.check(campaign, honour, terms.get());
      IssueLine line = issues.line(campaign, honour, terms.get(), recipient, false);
      if (line.current().isPresent()) {
        outcome.there(form);
      } else if (line.isBlocked()) {
        outcome.refused(form, Why.NAME, "");
      } else if (isToBeLookedAt(request, line)) {
        outcome.look(form);
      } else {
        long batch = issues.issue(campaign, honour, terms.get(), List.of(recipient), by()).batch();
        if (batch != 0) {
          return Next.order(batch, "");
        }
        outcome.refused(form, Why.NAME, "");
      }
    } catch (CertificateRefused e) {
      outcome.refused(form, e);
    }
    return again;
  }

  private static Recipient recipient(HttpServletRequest request, String account) {
    return new Recipient(
        FormInput.text(request, "name"), FormInput.text(request, "school"), account);
  }

  /** What somebody has looked at is the name as it is printed, not just any. */
  private static boolean isToBeLookedAt(HttpServletRequest request, IssueLine line) {
    return !line.findings().isEmpty() && !line.name().equals(FormInput.text(request, "seen"));
  }

  private Next order(HttpServletRequest request, Batch batch, String step) {
    try {
      switch (step) {
        case "stop" -> batches.stop(batch.id(), by());
        case "resume" -> batches.resume(batch.id(), by());
        default -> batches.discard(batch.id(), by(), FormInput.text(request, "reason"));
      }
      return Next.order(batch.id(), "&done=" + step);
    } catch (CertificateRefused e) {
      outcome.refused(step, e);
      return Next.again("certificate-order");
    }
  }

  private Next change(HttpServletRequest request, Certificate certificate, String step) {
    Next again = Next.again("certificate");
    String reason = FormInput.text(request, "reason");
    try {
      switch (step) {
        case "replace" -> {
          return replace(request, certificate).orElse(again);
        }
        case "revoke" -> {
          if (FormInput.text(request, "sure").isEmpty()) {
            outcome.unsure(step);
            return again;
          }
          String words =
              RevocationReason.of(FormInput.text(request, "kind"))
                  .orElse(RevocationReason.OTHER)
                  .words(reason);
          changes.revoke(certificate, words, by());
        }
        default -> changes.withhold(certificate, step.equals("withhold"), reason, by());
      }
      return Next.at(
          "certificate?series=" + encoded(certificate.number().series()) + "&done=" + step);
    } catch (CertificateRefused e) {
      outcome.refused(step, e);
      return again;
    }
  }

  /** The order; empty when somebody should look at the name first. */
  private Optional<Next> replace(HttpServletRequest request, Certificate old) {
    Campaign campaign =
        campaigns.all().stream().filter(c -> c.id() == old.campaign()).findFirst().orElseThrow();
    Terms terms = defaults.like(old, campaign);
    Recipient recipient = recipient(request, old.account());
    IssueLine line = issues.line(campaign, old.honour(), terms, recipient, true);
    if (!line.isBlocked() && isToBeLookedAt(request, line)) {
      outcome.look("replace");
      return Optional.empty();
    }
    return Optional.of(
        Next.order(
            issues.replace(
                campaign,
                old,
                terms,
                recipient.name(),
                recipient.school(),
                FormInput.text(request, "reason"),
                by()),
            ""));
  }
}
