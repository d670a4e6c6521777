package cloud.laurel.certificate;

import cloud.laurel.bulletin.BulletinService;
import cloud.laurel.bulletin.Content;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.template.SealService;
import cloud.laurel.template.TemplateService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** What certificates of a campaign say when nobody says otherwise. */
@ApplicationScoped
public class IssueDefaults {

  @Inject private BulletinService bulletins;
  @Inject private TemplateService templates;
  @Inject private SealService seals;
  @Inject private RegisterService register;
  @Inject private InstantSource clock;

  /**
   * Number, date and issuer of the bulletin that was released last; without one those of the
   * campaign's certificates that are there already, so that somebody who was forgotten gets the
   * same; else today, no number, and the campaign's organizer. The usual template, and the seal in
   * use.
   */
  public Terms of(Campaign campaign) {
    Optional<Content> released =
        bulletins.releases(campaign).stream().findFirst().map(r -> r.content());
    Optional<Printed> earlier =
        released.isPresent()
            ? Optional.empty()
            : register.page(campaign, RegisterFilter.ALL, 0, 1).rows().stream()
                .map(Certificate::printed)
                .findFirst();
    LocalDate today = campaign.dayOf(clock.instant());
    return new Terms(
        released
            .flatMap(Content::date)
            .or(() -> earlier.map(Printed::issuedOn))
            .filter(day -> !day.isAfter(today))
            .orElse(today),
        released.map(Content::number).or(() -> earlier.map(Printed::document)).orElse(""),
        released
            .map(Content::issuer)
            .or(() -> earlier.map(Printed::issuer))
            .filter(i -> !i.isEmpty())
            .orElse(campaign.organizer()),
        Terms.USUAL_REASON,
        new Design(
            templates.chosen().id(),
            seals.current().map(s -> OptionalLong.of(s.id())).orElse(OptionalLong.empty())));
  }

  /** What an earlier certificate says, as one in its place looks now. */
  Terms like(Certificate certificate, Campaign campaign) {
    Printed printed = certificate.printed();
    return new Terms(
        printed.issuedOn(),
        printed.document(),
        printed.issuer(),
        printed.reason(),
        of(campaign).design());
  }
}
