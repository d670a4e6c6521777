package cloud.laurel.campaign;

import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a campaign one step further in its life, or decides on a month of its pupils (rule R5), and
 * leads back to the page, which says what came of it.
 */
@WebServlet("/bureau/campaign/step")
public class CampaignStepServlet extends HttpServlet {

  private static final int MAX_REASON = 500;

  @Inject private transient CampaignService campaigns;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = parameter(request, "code");
    String step = parameter(request, "step");
    String outcome;
    try {
      outcome =
          take(code, step, parameter(request, "month"), parameter(request, "reason"))
              ? "done=" + step
              : "refused=reason";
    } catch (WrongState e) {
      outcome = "refused=state";
    } catch (InvalidInput | DateTimeException e) {
      // a campaign is not closed while actions wait to be judged
      outcome = step.equals(CampaignStep.CLOSE.name()) ? "refused=pending" : "refused=month";
    }
    boolean gone = outcome.equals("done=" + CampaignStep.DELETE);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + (gone
                ? "/bureau/campaigns?note=deleted"
                : "/bureau/campaign?code="
                    + URLEncoder.encode(code, StandardCharsets.UTF_8)
                    + "&"
                    + outcome));
  }

  /** Does it; not when a reason is needed and missing. */
  private boolean take(String code, String step, String month, String reason) {
    String by = caller.name().orElse("");
    if (step.startsWith("MONTH_")) {
      if (reason.isEmpty()) {
        return false;
      }
      campaigns.decideMonth(
          code, YearMonth.parse(month), step.equals("MONTH_REOPENED"), by, reason);
      return true;
    }
    Optional<CampaignStep> known =
        Arrays.stream(CampaignStep.values()).filter(s -> s.name().equals(step)).findFirst();
    if (known.isEmpty() || known.get().isReasoned() && reason.isEmpty()) {
      return false;
    }
    switch (known.get()) {
      case START -> campaigns.start(code, by);
      case DELETE -> campaigns.delete(code);
      case CLOSE -> campaigns.close(code, by, reason);
      case PUBLISH -> campaigns.publish(code, by);
      case REOPEN -> campaigns.reopen(code, by, reason);
      case ARCHIVE -> campaigns.archive(code, by);
    }
    return true;
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    return value.substring(0, Math.min(MAX_REASON, value.length()));
  }
}
