package cloud.laurel.announcement;

import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.announcement.Objection.State;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.store.Database;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Takes objections of the public to lists on notice, shows their answer to whoever knows the case
 * number, and lets officers decide.
 */
public class ObjectionService {

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final SecureRandom random = new SecureRandom();
  private final AnnouncementRepository announcements = new AnnouncementRepository();
  private final ObjectionRepository objections = new ObjectionRepository();

  /** One for a database. */
  public ObjectionService(Database database, InstantSource clock, CampaignService campaigns) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
  }

  /**
   * Files an objection to a list that is on notice. The very same again is the same case.
   *
   * @return the case number, with which the answer can be read
   * @throws AnnouncementRefused when the notice is over or the entry is none of the list's
   */
  public String file(ObjectionFiling filing) {
    Campaign campaign =
        database
            .read(tx -> announcements.find(tx, filing.announcement()))
            .flatMap(this::campaign)
            .orElseThrow(() -> new AnnouncementRefused(Why.NOT_ON_NOTICE));
    return database.inTransaction(
        tx -> {
          // held, so that the list is not published in between
          Announcement list = announcements.lock(tx, filing.announcement()).orElseThrow();
          LocalDate today = campaign.dayOf(now());
          if (!list.isOnNotice(today)) {
            throw new AnnouncementRefused(Why.NOT_ON_NOTICE);
          }
          if (filing
              .entry()
              .filter(entry -> !has(announcements.roll(tx, list), entry))
              .isPresent()) {
            throw new AnnouncementRefused(Why.ENTRY_UNKNOWN);
          }
          Optional<String> same = objections.same(tx, filing.key());
          if (same.isPresent()) {
            return same.get();
          }
          int place = objections.nextPlace(tx, today.getYear());
          String number =
              CaseNumberRule.number(
                  today.getYear(), place, random.nextLong(CaseNumberRule.SECRETS));
          objections.insert(
              tx,
              campaign.id(),
              filing,
              today.getYear(),
              place,
              number,
              now(),
              today.plusDays(campaign.newest().rules().appeals().answerWithinDays()));
          return number;
        });
  }

  private static boolean has(HonourRoll roll, long entry) {
    return roll.sections().stream()
        .flatMap(section -> section.entries().stream())
        .anyMatch(e -> e.id() == entry);
  }

  /**
   * An objection by the case number that somebody typed; empty when there is none, whatever the
   * reason.
   */
  public Optional<Objection> lookUp(String caseNumber) {
    return CaseNumberRule.read(caseNumber)
        .flatMap(number -> database.read(tx -> objections.find(tx, number)));
  }

  /** An objection with what it is about. */
  public Optional<ObjectionPage.Row> find(long id) {
    return database.read(
        tx ->
            objections
                .find(tx, id)
                .map(one -> new ObjectionPage.Row(one, objections.about(tx, one))));
  }

  /**
   * A page of a campaign's objections, open ones first.
   *
   * @param state empty for all
   * @param offset objections to skip, at least 0
   * @param size objections wanted, 1 to 200
   */
  public ObjectionPage page(Campaign campaign, Optional<State> state, int offset, int size) {
    return database.read(
        tx ->
            new ObjectionPage(
                objections.count(tx, campaign.id(), state),
                objections.page(tx, campaign.id(), state, offset, size)));
  }

  /** How many objections of a campaign there are, by state; no entry where none is. */
  public Map<State, Long> counts(Campaign campaign) {
    return database.read(tx -> objections.counts(tx, campaign.id()));
  }

  /** How many open objections of a campaign are past their time limit. */
  public long overdue(Campaign campaign) {
    LocalDate today = campaign.dayOf(clock.instant());
    return database.read(tx -> objections.dueBefore(tx, campaign.id(), today));
  }

  /** How many objections keep a list from being published. */
  public long holding(Announcement list) {
    return database.read(tx -> objections.holding(tx, list));
  }

  /**
   * Decides an open objection. Of several decisions at once one holds.
   *
   * @throws AnnouncementRefused when there is none, or it has been decided
   */
  public void decide(long id, ObjectionDecision decision) {
    database.useTransaction(
        tx -> {
          if (!objections.decide(tx, id, decision, now())) {
            throw new AnnouncementRefused(
                objections.find(tx, id).isPresent() ? Why.DECIDED : Why.UNKNOWN);
          }
        });
  }

  private Optional<Campaign> campaign(Announcement of) {
    return campaigns.all().stream().filter(c -> c.id() == of.campaign()).findFirst();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
