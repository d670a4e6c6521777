package cloud.laurel.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * How often strangers may file and look up objections. A sender's address is held as a hash with a
 * salt that is made anew at each start, for as long as it counts, and is written nowhere. A whole
 * school often has one address, so the limit of one sender is not tight.
 */
@ApplicationScoped
public class PublicLimits {

  private static final Duration FILING = Duration.ofHours(1);
  private static final Duration LOOKING_UP = Duration.ofMinutes(10);

  private final SlidingWindow filed = new SlidingWindow(FILING, 10, 100);
  private final SlidingWindow lookedUp = new SlidingWindow(LOOKING_UP, 60, 600);
  private final byte[] salt = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

  @Inject private InstantSource clock;

  /** Whether the sender of a request may file one more objection. */
  boolean mayFile(HttpServletRequest request) {
    return filed.admits(sender(request), clock.instant());
  }

  /** Whether the sender of a request may look up one more case. */
  boolean mayLookUp(HttpServletRequest request) {
    return lookedUp.admits(sender(request), clock.instant());
  }

  private String sender(HttpServletRequest request) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return HexFormat.of().formatHex(sha256.digest(network(request.getRemoteAddr())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whoever has an IPv6 address has a whole network of them: its first half counts. */
  private static byte[] network(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      byte[] all = parsed.getAddress();
      return parsed instanceof Inet6Address ? Arrays.copyOf(all, all.length / 2) : all;
    } catch (UnknownHostException e) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
