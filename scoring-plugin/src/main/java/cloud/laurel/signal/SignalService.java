package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Watches running campaigns once a day and on demand, and keeps what an officer made of each
 * signal. It reads judgements and never changes them.
 */
public class SignalService {

  /** Longest note, in characters. */
  public static final int LONGEST_NOTE = 1000;

  private static final Logger LOG = Logger.getLogger(SignalService.class.getName());

  /** When hardly anybody works; a server that was down then catches up. */
  private static final LocalTime SMALL_HOURS = LocalTime.of(2, 30);

  private static final List<Detector> DETECTORS =
      List.of(
          new InvitationRingDetector(),
          new MidnightDetector(),
          new WithdrawalDetector(),
          new SharedObjectDetector(),
          new TraceDetector(),
          new LockstepDetector(),
          new SchoolJumpDetector());

  private final Database database;
  private final CampaignService campaigns;
  private final InstantSource clock;
  private final SignalRepository signals = new SignalRepository();
  private final WatchRepository watches = new WatchRepository();

  /** One for a database. */
  public SignalService(Database database, CampaignService campaigns, InstantSource clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Watches every running campaign whose day is due or for which an officer asked, unless another
   * node does. To be called again and again by a thread of its own: it may take long.
   */
  public void work() {
    for (Campaign campaign : campaigns.all()) {
      if (campaign.state() == State.RUNNING && claim(campaign)) {
        watch(campaign);
      }
    }
  }

  private boolean claim(Campaign campaign) {
    Instant now = now();
    LocalDate today = campaign.dayOf(now);
    boolean early = now.atZone(campaign.zone()).toLocalTime().isBefore(SMALL_HOURS);
    LocalDate due = early ? today.minusDays(1) : today;
    return database.inTransaction(tx -> watches.claim(tx, campaign.id(), due, now));
  }

  /** Watches a campaign now, on this thread. What one detector cannot do, the others still do. */
  public void watch(Campaign campaign) {
    Set<Kind> failed = EnumSet.noneOf(Kind.class);
    for (Detector detector : DETECTORS) {
      try {
        List<Finding> found = find(campaign, detector);
        database.useTransaction(
            tx -> found.forEach(f -> signals.store(tx, campaign.id(), f, now())));
      } catch (RuntimeException e) {
        failed.add(detector.kind());
        LOG.log(Level.WARNING, e, () -> "LRL-03040 cannot look for " + detector.kind());
      }
    }
    database.useTransaction(tx -> watches.finish(tx, campaign.id(), failed, now()));
  }

  /** In a transaction, so that long answers come in portions; it holds no lock. */
  private List<Finding> find(Campaign campaign, Detector detector) {
    return database.inTransaction(
        tx ->
            Lookback.until(tx, campaign, campaigns.today(campaign))
                .map(lookback -> detector.find(tx, lookback))
                .orElse(List.of()));
  }

  /** Has a running campaign watched within seconds. */
  public void ask(Campaign campaign) {
    if (campaign.state() == State.RUNNING) {
      database.useTransaction(tx -> watches.ask(tx, campaign.id(), now()));
    }
  }

  /** When a campaign was watched last. */
  public Watch lastWatch(Campaign campaign) {
    return database.read(tx -> watches.find(tx, campaign.id()));
  }

  /** A page of a campaign's signals. */
  public SignalPage page(Campaign campaign, SignalFilter filter, int offset, int size) {
    return database.read(tx -> signals.page(tx, campaign.id(), filter, offset, size));
  }

  /** How many signals of each kind there are, every kind in its order. */
  public List<KindCount> counts(Campaign campaign) {
    Map<Kind, KindCount> found =
        database.read(tx -> signals.counts(tx, campaign.id())).stream()
            .collect(Collectors.toMap(KindCount::kind, count -> count));
    return Arrays.stream(Kind.values())
        .map(kind -> found.getOrDefault(kind, new KindCount(kind, 0, 0)))
        .toList();
  }

  /** A signal with its history. */
  public Optional<Signal> find(long id) {
    return database.read(tx -> signals.find(tx, id));
  }

  /** Display names of the people in a signal's evidence, as far as they are on the roster. */
  public Map<String, String> names(Evidence evidence) {
    Set<String> accounts = new TreeSet<>(evidence.accounts());
    evidence.rows().forEach(row -> accounts.add(row.account()));
    evidence.rows().forEach(row -> row.other().ifPresent(accounts::add));
    return database.read(tx -> signals.names(tx, accounts));
  }

  /**
   * Marks a signal as looked at.
   *
   * @param note what the officer found, 1 to {@value #LONGEST_NOTE} characters
   * @param by who looked
   * @return whether there is such a signal
   * @throws InvalidInput when the note is missing or too long
   */
  public boolean lookAt(long id, String note, String by) {
    String text = note.strip();
    if (text.isEmpty() || text.length() > LONGEST_NOTE) {
      throw new InvalidInput(
          List.of(new Problem("note", "is needed, with at most " + LONGEST_NOTE + " characters")));
    }
    return database.inTransaction(tx -> signals.lookAt(tx, id, text, by, now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
