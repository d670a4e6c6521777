package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.plugin.Problem;
import cloud.laurel.scoring.Reason;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of a ledger a page's address asks for.
 *
 * @param query what the lines have to be
 * @param account whose ledger the address names, empty on one's own page
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param page which page
 * @param indicators those that can be chosen
 * @param problems what the address asks for and cannot be had
 */
public record LedgerFilter(
    LedgerQuery query,
    String account,
    String campaign,
    PageNumber page,
    List<Indicator> indicators,
    List<String> problems) {

  /** Reads an address; nonsense in it counts as not given, and is said. */
  static LedgerFilter of(HttpServletRequest request, Campaign campaign, String chosen) {
    List<Problem> problems = new ArrayList<>();
    LedgerQuery query =
        LedgerParameters.read(
            campaign,
            request.getParameter("day"),
            request.getParameter("indicator"),
            request.getParameter("verdict"),
            request.getParameter("reason"),
            problems);
    return new LedgerFilter(
        query,
        Optional.ofNullable(request.getParameter("code")).orElse(""),
        chosen,
        PageNumber.of(request.getParameter("page")),
        campaign.indicators(),
        problems.stream().map(Problem::field).toList());
  }

  /** The day, empty for all. */
  public String day() {
    return query.day().map(Object::toString).orElse("");
  }

  /** The indicator's code, empty for all. */
  public String indicator() {
    return query.indicator().orElse("");
  }

  /** The verdict, empty for both. */
  public String verdict() {
    return query.verdict().map(Enum::name).orElse("");
  }

  /** The reason, empty for all. */
  public String reason() {
    return query.reason().orElse("");
  }

  /** Every reason there is. */
  public List<String> reasons() {
    return Arrays.stream(Reason.values()).map(Enum::name).toList();
  }

  /** Whether lines are left out. */
  public boolean isFiltering() {
    return !query.equals(LedgerQuery.ALL);
  }

  /** The query string of another page of the same lines. */
  public String onPage(int number) {
    StringBuilder address = new StringBuilder("?page=").append(number);
    add(address, "code", account);
    add(address, "campaign", campaign);
    add(address, "day", day());
    add(address, "indicator", indicator());
    add(address, "verdict", verdict());
    add(address, "reason", reason());
    return address.append("#ledger").toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
