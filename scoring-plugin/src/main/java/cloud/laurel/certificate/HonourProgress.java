package cloud.laurel.certificate;

import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.certificate.Certificate.State;
import java.util.List;

/**
 * How far the certificates of an honour are.
 *
 * @param published winners; 0 while they are not published
 * @param valid certificates, also of recipients who are not on the published list
 * @param waiting certificates that are not printed yet
 * @param revoked certificates that nothing took the place of
 * @param blocked winners without one who cannot get one until something is mended
 * @param left winners without one who can get one now
 */
public record HonourProgress(
    Honour honour, int published, long valid, long waiting, long revoked, long blocked, long left) {

  static HonourProgress of(Honour honour, List<Certificate> there, List<IssueLine> lines) {
    return new HonourProgress(
        honour,
        lines.size(),
        count(there, State.VALID),
        count(there, State.WAITING),
        count(there, State.REVOKED),
        lines.stream().filter(l -> l.isBlocked() && l.current().isEmpty()).count(),
        lines.stream().filter(IssueLine::isNew).count());
  }

  private static long count(List<Certificate> there, State state) {
    return there.stream().filter(one -> one.state() == state).count();
  }
}
