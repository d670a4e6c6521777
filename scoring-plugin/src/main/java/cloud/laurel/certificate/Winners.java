package cloud.laurel.certificate;

import cloud.laurel.announcement.Announcement;
import cloud.laurel.announcement.PublicListService;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.selection.Confirmed;
import cloud.laurel.selection.HonourList;
import cloud.laurel.selection.SelectionService;
import java.util.List;
import java.util.Optional;

/** Who has an honour, as two officers confirmed it and the public may read it. */
record Winners(PublicListService lists, SelectionService selections) {

  /** The lists that are published, while they are what officers confirmed. */
  Optional<Confirmed> published(Campaign campaign) {
    return lists
        .of(campaign)
        .map(PublicListService.Listed::announcement)
        .filter(a -> a.state() == Announcement.State.PUBLISHED)
        .flatMap(a -> selections.confirmed(campaign).filter(c -> c.hash().equals(a.hash())));
  }

  /**
   * The same.
   *
   * @throws CertificateRefused when they are not published
   */
  Confirmed require(Campaign campaign) {
    return published(campaign).orElseThrow(() -> new CertificateRefused(Why.NOT_PUBLISHED));
  }

  /** The winners of an honour, best first. */
  static List<Recipient> recipients(Confirmed lists, Honour honour) {
    boolean person = honour.of().filter(of -> of != Of.TEACHER && of != Of.ADMINISTRATOR).isEmpty();
    return lists.honours().stream()
        .filter(list -> list.code().equals(honour.code()))
        .flatMap(list -> list.winners().stream())
        .map(winner -> recipient(winner, person))
        .toList();
  }

  private static Recipient recipient(HonourList.Winner winner, boolean person) {
    return person
        ? new Recipient(winner.name(), winner.school(), winner.code())
        : new Recipient(winner.name(), winner.code(), "");
  }
}
