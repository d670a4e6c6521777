package cloud.laurel.web;

import cloud.laurel.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Tells strangers apart without knowing them: by a hash of their address with a salt that is made
 * anew at each start, held for as long as it counts and written nowhere. A whole school often has
 * one address, so no limit of one sender may be tight.
 */
@ApplicationScoped
public class Senders {

  /** So much of a hash that no two addresses meet by chance. */
  private static final int BYTES = 16;

  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%.+)?");

  private final byte[] salt = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

  /** The sender of a request. */
  public String of(HttpServletRequest request) {
    MessageDigest sha256 = Sha256.digest();
    sha256.update(salt);
    byte[] hash = sha256.digest(network(request.getRemoteAddr()));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /** Whoever has an IPv6 address has a whole network of them: its first half counts. */
  static byte[] network(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      // a proxy may hand on whatever somebody sent: no name server is asked about that
      return address.getBytes(StandardCharsets.UTF_8);
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      byte[] all = parsed.getAddress();
      return parsed instanceof Inet6Address ? Arrays.copyOf(all, all.length / 2) : all;
    } catch (UnknownHostException e) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
