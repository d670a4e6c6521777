package cloud.laurel.certificate;

import static cloud.laurel.certificate.TermsForm.encoded;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/**
 * Which numbers of the register are wanted, as an address says it; page and export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param schools which page of the schools with certificates
 */
public record RegisterQuery(
    String campaign, RegisterFilter filter, PageNumber page, PageNumber schools) {

  static final RegisterQuery ALL =
      new RegisterQuery("", RegisterFilter.ALL, PageNumber.FIRST, PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static RegisterQuery of(HttpServletRequest request, String campaign) {
    String state = FormInput.text(request, "state");
    return new RegisterQuery(
        campaign,
        new RegisterFilter(
            FormInput.text(request, "honour"),
            Arrays.stream(Certificate.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst(),
            FormInput.text(request, "school"),
            FormInput.text(request, "words").strip()),
        PageNumber.of(request.getParameter("page")),
        PageNumber.of(request.getParameter("schools")));
  }

  /** The wanted state's name; empty for all. */
  public String stateName() {
    return filter.state().map(Enum::name).orElse("");
  }

  /** Whether any number is left out. */
  public boolean isFiltered() {
    return !filter.equals(RegisterFilter.ALL);
  }

  /** The query string of another page of the same numbers. */
  public String onPage(int number) {
    return toQuery() + "&page=" + number;
  }

  /** The query string of the same numbers. */
  public String toQuery() {
    return "?campaign="
        + encoded(campaign)
        + "&honour="
        + encoded(filter.honour())
        + "&state="
        + stateName()
        + "&school="
        + encoded(filter.school())
        + "&words="
        + encoded(filter.words());
  }
}
