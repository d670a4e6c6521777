package cloud.laurel.certificate;

import static cloud.laurel.certificate.TermsForm.encoded;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what officers do about certificates and leads to the page that says what became of it. A
 * form that stood on an older state changes nothing: the page says that instead.
 */
@WebServlet("/bureau/certificate-step")
public class CertificateStepServlet extends HttpServlet {

  /** The name can be printed, but somebody should look at it first. */
  static final String LOOK = "LOOK";

  /** The tick is missing. */
  static final String UNSURE = "UNSURE";

  /** The recipient has one already; the page names it. */
  static final String THERE = "THERE";

  /** Template or seal are no longer offered. */
  static final String DESIGN = "DESIGN";

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
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> next = take(request);
    if (next.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    String campaign = FormInput.text(request, "campaign");
    String chosen = campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign);
    response.setHeader("Location", request.getContextPath() + "/bureau/" + next.get() + chosen);
  }

  private Optional<String> take(HttpServletRequest request) {
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

  private String issue(HttpServletRequest request, Campaign campaign) {
    String honour = FormInput.text(request, "honour");
    Optional<TermsForm> form = TermsForm.of(request);
    String page =
        "certificate-issue?honour=" + encoded(honour) + form.map(TermsForm::toQuery).orElse("");
    Optional<Terms> terms = form.flatMap(TermsForm::terms);
    if (terms.isEmpty() || !designs.offers(terms.get().design())) {
      // the page says what is wrong
      return page;
    }
    try {
      long expected = FormInput.number(request, "count");
      long now =
          issues.report(campaign, honour, terms.get()).stream().filter(IssueLine::isNew).count();
      if (now > 0 && now != expected) {
        return page + "&changed=true";
      }
      return orderPage(issues.issuePublished(campaign, honour, terms.get(), by()).batch(), "");
    } catch (CertificateRefused e) {
      boolean late = e.why() == Why.NOBODY || e.why() == Why.OPEN_ALREADY;
      return Optional.of(e)
          .filter(refused -> late)
          .flatMap(refused -> running(campaign, honour))
          .map(batch -> orderPage(batch.id(), "&done=already"))
          .orElseGet(() -> page + refused("issue", e));
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

  private static String orderPage(long batch, String told) {
    return "certificate-order?id=" + batch + told;
  }

  private String one(HttpServletRequest request, Campaign campaign) {
    String honour = FormInput.text(request, "honour");
    Recipient recipient = recipient(request, FormInput.text(request, "account").strip());
    Optional<TermsForm> form = TermsForm.of(request);
    String page =
        "certificate-one?honour="
            + encoded(honour)
            + form.map(TermsForm::toQuery).orElse("")
            + filled(request, "name", "school", "account");
    Optional<Terms> terms = form.flatMap(TermsForm::terms);
    if (terms.isEmpty()) {
      return page + refused("one", Why.DATE_RANGE, "");
    }
    if (!designs.offers(terms.get().design())) {
      return page + "&form=one&why=" + DESIGN;
    }
    try {
      issues.check(campaign, honour, terms.get());
      IssueLine line = issues.line(campaign, honour, terms.get(), recipient, false);
      if (line.current().isPresent()) {
        return page + "&form=one&why=" + THERE;
      }
      if (line.isBlocked()) {
        return page + refused("one", Why.NAME, "");
      }
      if (isToBeLookedAt(request, line)) {
        return page + "&form=one&why=" + LOOK;
      }
      long batch = issues.issue(campaign, honour, terms.get(), List.of(recipient), by()).batch();
      return batch == 0 ? page + refused("one", Why.NAME, "") : orderPage(batch, "");
    } catch (CertificateRefused e) {
      return page + refused("one", e);
    }
  }

  private static Recipient recipient(HttpServletRequest request, String account) {
    return new Recipient(
        FormInput.text(request, "name"), FormInput.text(request, "school"), account);
  }

  /** What somebody has looked at is the name as it is printed, not just any. */
  private static boolean isToBeLookedAt(HttpServletRequest request, IssueLine line) {
    return !line.findings().isEmpty() && !line.name().equals(FormInput.text(request, "seen"));
  }

  private String order(HttpServletRequest request, Batch batch, String step) {
    try {
      switch (step) {
        case "stop" -> batches.stop(batch.id(), by());
        case "resume" -> batches.resume(batch.id(), by());
        default -> batches.discard(batch.id(), by(), FormInput.text(request, "reason"));
      }
      return orderPage(batch.id(), "&done=" + step);
    } catch (CertificateRefused e) {
      return orderPage(batch.id(), refused(step, e) + filled(request, "reason"));
    }
  }

  private String change(HttpServletRequest request, Certificate certificate, String step) {
    String page = "certificate?series=" + encoded(certificate.number().series());
    String kept = filled(request, "name", "school", "reason", "kind");
    String reason = FormInput.text(request, "reason");
    try {
      switch (step) {
        case "replace" -> {
          return replace(request, certificate).orElse(page + kept + "&form=replace&why=" + LOOK);
        }
        case "revoke" -> {
          if (FormInput.text(request, "sure").isEmpty()) {
            return page + kept + "&form=revoke&why=" + UNSURE;
          }
          String words =
              RevocationReason.of(FormInput.text(request, "kind"))
                  .orElse(RevocationReason.OTHER)
                  .words(reason);
          changes.revoke(certificate, words, by());
        }
        default -> changes.withhold(certificate, step.equals("withhold"), reason, by());
      }
      return page + "&done=" + step;
    } catch (CertificateRefused e) {
      return page + refused(step, e) + kept;
    }
  }

  /** The page of the order; empty when somebody should look at the name first. */
  private Optional<String> replace(HttpServletRequest request, Certificate old) {
    Campaign campaign =
        campaigns.all().stream().filter(c -> c.id() == old.campaign()).findFirst().orElseThrow();
    Terms terms = defaults.like(old, campaign);
    Recipient recipient = recipient(request, old.account());
    IssueLine line = issues.line(campaign, old.honour(), terms, recipient, true);
    if (!line.isBlocked() && isToBeLookedAt(request, line)) {
      return Optional.empty();
    }
    return Optional.of(
        orderPage(
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

  private static String filled(HttpServletRequest request, String... fields) {
    return Stream.of(fields)
        .map(field -> "&" + field + "=" + encoded(FormInput.text(request, field)))
        .collect(Collectors.joining());
  }

  private static String refused(String form, CertificateRefused refused) {
    return refused(form, refused.why(), refused.detail());
  }

  private static String refused(String form, Why why, String detail) {
    return "&form=" + form + "&why=" + why + "&detail=" + encoded(detail);
  }
}
