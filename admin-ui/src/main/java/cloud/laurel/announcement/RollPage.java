package cloud.laurel.announcement;

import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;

/** Pages of a long list of winners. */
final class RollPage {

  /** Lines on one page. */
  static final int SIZE = 200;

  private RollPage() {}

  static PageNumber of(HttpServletRequest request, HonourRoll roll) {
    return PageNumber.of(request.getParameter("page")).within(roll.size(), SIZE);
  }
}
