package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are one sender. */
class SendersTest {

  @Test
  void networkOfAnIpv6AddressIsOneSender() {
    assertThat(Senders.network("2001:db8:0:1::1"))
        .isEqualTo(Senders.network("2001:db8:0:1:ffff:ffff:ffff:ffff"))
        .isEqualTo(Senders.network("2001:db8:0:1::1%eth0"))
        .isNotEqualTo(Senders.network("2001:db8:0:2::1"));
  }

  @Test
  void ipv4AddressIsItselfHoweverItIsWritten() {
    assertThat(Senders.network("192.0.2.1"))
        .isEqualTo(Senders.network("::ffff:192.0.2.1"))
        .isNotEqualTo(Senders.network("192.0.2.2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "abc.de", "", "999.999.999.999", "::zz", "1.2.3.4, 5.6.7.8"})
  void whatIsNoAddressIsOnlyAText(String forged) {
    assertThat(Senders.network(forged)).isEqualTo(forged.getBytes(StandardCharsets.UTF_8));
  }
}
