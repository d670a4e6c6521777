package cloud.laurel.signing;

import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;

/** What officers are told of the key that signs; {@code signingKey} in pages. */
@Named("signingKey")
@RequestScoped
public class SigningKeyView {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Inject private SigningHost host;
  @Inject private Texts text;

  /** Why nothing can be issued now and what to do; empty when it can. */
  public String getObstacle() {
    return host.obstacle().map(o -> words(o, text)).orElse("");
  }

  static String words(Obstacle obstacle, Texts text) {
    String what =
        switch (obstacle.kind()) {
          case EXPIRED, NOT_YET_VALID -> text.time(Instant.parse(obstacle.what()), CHINA);
          default -> obstacle.what();
        };
    return text.of("signing.obstacle." + obstacle.kind(), what);
  }

  /** Until when something can be issued, when that is soon over; else empty. */
  public String getEnd() {
    return host.keys().end().map(end -> text.of("signing.end", text.time(end, CHINA))).orElse("");
  }
}
