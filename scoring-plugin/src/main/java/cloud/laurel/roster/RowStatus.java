package cloud.laurel.roster;

import java.util.Locale;

/** Tells rows that are there from rows that only say that something is gone. */
final class RowStatus {

  private RowStatus() {}

  /** Whether {@code status} and {@code enabledUser}, as far as there, let the row count. */
  static boolean isLive(CsvRow row) {
    boolean live =
        switch (row.id("status").toLowerCase(Locale.ROOT)) {
          case "", "active" -> true;
          case "tobedeleted", "inactive" -> false;
          default -> {
            row.problem("status", RosterProblem.STATUS_UNKNOWN);
            yield true;
          }
        };
    return switch (row.id("enabledUser").toLowerCase(Locale.ROOT)) {
      case "", "true" -> live;
      case "false" -> false;
      default -> {
        row.problem("enabledUser", RosterProblem.ENABLED_UNKNOWN);
        yield live;
      }
    };
  }
}
