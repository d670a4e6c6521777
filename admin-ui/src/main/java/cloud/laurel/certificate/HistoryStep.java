package cloud.laurel.certificate;

import cloud.laurel.web.Texts;
import java.time.ZoneId;

/** Something that was done about a certificate or an order, in words. */
public record HistoryStep(String at, String what, String who, String words) {

  static HistoryStep of(CertificateEvent event, ZoneId zone, Texts text) {
    return new HistoryStep(
        text.time(event.at(), zone),
        text.of("certificates.event." + event.kind()),
        event.officer(),
        event.words());
  }
}
