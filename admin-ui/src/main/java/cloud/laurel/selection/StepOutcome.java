package cloud.laurel.selection;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What became of a step that an officer took: {@link SelectionStepServlet} leads back with it. */
@Named("selectionStep")
@RequestScoped
public class StepOutcome {

  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  /** What was done, in words; empty for nothing. */
  public String getDone() {
    return words("selection.done.", "done");
  }

  /** Why it could not be done, in words; empty when it could. */
  public String getWhy() {
    return words("selection.why.", "why");
  }

  private String words(String prefix, String field) {
    String key = prefix + FormInput.text(request, field);
    return text.has(key) ? text.of(key) : "";
  }
}
