package cloud.laurel.appeal;

import cloud.laurel.standing.LedgerRow;
import cloud.laurel.web.FrameView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Leads from a line of a ledger to its appeal; {@code appealLinks} in pages. */
@Named("appealLinks")
@RequestScoped
public class AppealLinks {

  @Inject private FrameView frame;
  @Inject private AppealService appeals;

  private final Map<LocalDate, Boolean> open = new HashMap<>();

  /** Whether the line can be contested today. */
  public boolean open(LedgerRow row) {
    return open.computeIfAbsent(
        LocalDate.parse(row.day()),
        day -> frame.campaign().filter(c -> appeals.canFile(c, day)).isPresent());
  }

  /** Where the line is contested. */
  public String of(LedgerRow row) {
    return frame.link("/my/appeal-new" + query(row));
  }

  static String query(LedgerRow row) {
    return "?action=" + encoded(row.id()) + "&indicator=" + encoded(row.code());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
