package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.result.ResultService;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what officers decide and leads back to the page they came from, which says what became of
 * it.
 */
@WebServlet("/bureau/selection/step")
public class SelectionStepServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CampaignService campaigns;
  @Inject private transient SelectionService selections;
  @Inject private transient ResultService results;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = campaigns.find(FormInput.text(request, "campaign"));
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String outcome;
    try {
      take(campaign.get(), request);
      outcome = "&done=" + encoded(FormInput.text(request, "step"));
    } catch (SelectionRefused e) {
      outcome = "&why=" + e.why();
    } catch (InvalidInput e) {
      outcome = "&why=WORDS_MISSING";
    } catch (WrongState e) {
      outcome = "&why=NOT_CLOSED";
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + page(request) + outcome);
  }

  private static String page(HttpServletRequest request) {
    String address =
        "?campaign="
            + encoded(FormInput.text(request, "campaign"))
            + "&honour="
            + encoded(FormInput.text(request, "honour"));
    String candidate = FormInput.text(request, "candidate");
    return candidate.isEmpty()
        ? "/bureau/selection" + address
        : "/bureau/candidate" + address + "&code=" + encoded(candidate);
  }

  private void take(Campaign campaign, HttpServletRequest request) {
    String by = caller.name().orElseThrow();
    String honour = FormInput.text(request, "honour");
    String candidate = FormInput.text(request, "candidate");
    String words = FormInput.text(request, "words");
    int version = (int) FormInput.number(request, "version");
    switch (FormInput.text(request, "step")) {
      case "in" -> selections.decide(campaign, honour, candidate, true, by, words);
      case "out" -> selections.decide(campaign, honour, candidate, false, by, words);
      case "undo" -> selections.undecide(campaign, honour, candidate, by);
      case "tie" -> selections.decideTie(campaign, honour, chosen(request), by, words);
      case "review" ->
          selections.review(
              campaign, honour, candidate, by, (int) FormInput.number(request, "mark"), words);
      case "scheme" ->
          selections.scheme(campaign, honour, SelectionQuery.scheme(request), by, words);
      case "submit" -> selections.submit(campaign, version, by);
      case "withdraw" -> selections.withdraw(campaign, by);
      case "return" -> selections.giveBack(campaign, by, words);
      case "confirm" -> selections.confirm(campaign, version, by);
      case "reopen" -> selections.reopen(campaign, by, words);
      case "freeze" -> results.correct(campaigns, campaign.code(), by, words);
      default -> throw new SelectionRefused(SelectionRefused.Why.OTHER_STATE);
    }
  }

  private static Set<String> chosen(HttpServletRequest request) {
    return Set.of(Optional.ofNullable(request.getParameterValues("chosen")).orElse(new String[0]));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
