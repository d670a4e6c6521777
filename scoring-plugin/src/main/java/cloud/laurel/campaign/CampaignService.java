package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.CampaignEvent.Kind;
import cloud.laurel.campaign.CampaignRepository.Loaded;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Creates campaigns, leads them through their life and finds them. */
public class CampaignService {

  private final Database database;
  private final InstantSource clock;
  private final List<CampaignObserver> observers;
  private final CampaignRepository campaigns = new CampaignRepository();
  private final CampaignEventRepository events = new CampaignEventRepository();

  /** One for a database; the observers join the transactions that make campaigns judge. */
  public CampaignService(Database database, InstantSource clock, List<CampaignObserver> observers) {
    this.database = database;
    this.clock = clock;
    this.observers = List.copyOf(observers);
  }

  /**
   * Everything that is wrong with a campaign's JSON, in its order; empty when nothing is.
   *
   * @param json a campaign in the format of {@code campaign-2020.json}
   */
  public List<FieldProblem> check(String json) {
    try {
      RulesReader.read(json);
      return List.of();
    } catch (InvalidCampaign e) {
      return e.fieldProblems();
    }
  }

  /**
   * Creates a running campaign; what is already journalled of its window is judged afterwards (rule
   * R18).
   *
   * @param json a campaign in the format of {@code campaign-2020.json}
   * @param by the user name of who does it, may be empty
   * @return what was created
   * @throws InvalidCampaign with every field that is wrong, or when the code exists
   */
  public Campaign create(String json, String by) {
    return create(json, State.RUNNING, Kind.STARTED, by);
  }

  /**
   * Stores a draft, which judges nothing until it is started.
   *
   * @throws InvalidCampaign as {@link #create} does
   */
  public Campaign draft(String json, String by) {
    return create(json, State.DRAFT, Kind.DRAFTED, by);
  }

  private Campaign create(String json, State state, Kind kind, String by) {
    Instant now = now();
    Rules rules = RulesReader.read(json);
    return database.inTransaction(
        tx -> {
          int id =
              campaigns
                  .insert(tx, rules, state, now, by)
                  .orElseThrow(() -> new InvalidCampaign("code", FieldProblem.Kind.CODE_TAKEN));
          events.add(tx, id, now, kind, "", by, "");
          Campaign created = campaigns.find(tx, rules.code()).orElseThrow();
          if (state == State.RUNNING) {
            observers.forEach(o -> o.onJudging(tx, created));
          }
          return created;
        });
  }

  /**
   * Gives a draft other rules.
   *
   * @param basis {@link Rules#fingerprint} of what was edited; empty to overwrite whatever is there
   * @throws InvalidCampaign with every field that is wrong, or when the code is another
   * @throws ChangedMeanwhile when the draft is no longer what was edited
   * @throws WrongState unless it is a draft
   */
  public Campaign edit(String code, Optional<String> basis, String json, String by) {
    Rules rules = RulesReader.read(json);
    return database.inTransaction(
        tx -> {
          Campaign draft = lock(tx, code, Set.of(State.DRAFT));
          if (basis.filter(b -> !b.equals(draft.newest().rules().fingerprint())).isPresent()) {
            throw new ChangedMeanwhile(code);
          }
          if (!rules.code().equals(code)) {
            throw new InvalidCampaign("code", FieldProblem.Kind.CODE_STAYS, code);
          }
          campaigns.replaceDraft(tx, draft.id(), rules, now(), by);
          campaigns.touch(tx, draft.id());
          return campaigns.find(tx, code).orElseThrow();
        });
  }

  /**
   * Deletes a draft.
   *
   * @throws WrongState unless it is one
   */
  public void delete(String code) {
    database.useTransaction(
        tx -> campaigns.deleteDraft(tx, lock(tx, code, Set.of(State.DRAFT)).id()));
  }

  /** Starts a draft: it judges from now on, also what is already journalled (rule R18). */
  public Campaign start(String code, String by) {
    return database.inTransaction(
        tx -> {
          Stripes.lockAll(tx);
          Campaign draft = lock(tx, code, Set.of(State.DRAFT));
          campaigns.setCreatedAt(tx, draft.id(), now());
          Campaign running = move(tx, draft, State.RUNNING, Kind.STARTED, by, "");
          observers.forEach(o -> o.onJudging(tx, running));
          return running;
        });
  }

  /**
   * Ends a campaign: it judges nothing any more, and its numbers no longer move. Rules on trial are
   * given up.
   *
   * @throws WrongState unless it is running
   * @throws InvalidInput while actions still wait to be judged
   */
  public Campaign close(String code, String by, String reason) {
    return database.inTransaction(
        tx -> {
          // nobody is judging when the numbers come to rest
          Stripes.lockAll(tx);
          Campaign running = lock(tx, code, Set.of(State.RUNNING));
          observers.forEach(o -> o.onClosing(tx, running));
          campaigns.trialBooks(tx, running.id()).forEach(book -> discardTrial(tx, book));
          return move(tx, running, State.CLOSED, Kind.CLOSED, by, reason);
        });
  }

  /** Takes a closing back; what arrived since is judged. */
  public Campaign reopen(String code, String by, String reason) {
    return database.inTransaction(
        tx -> {
          Stripes.lockAll(tx);
          Campaign closed = lock(tx, code, Set.of(State.CLOSED));
          Campaign running = move(tx, closed, State.RUNNING, Kind.REOPENED, by, reason);
          observers.forEach(o -> o.onJudging(tx, running));
          return running;
        });
  }

  /** Makes the standings of a closed campaign public. */
  public Campaign publish(String code, String by) {
    return step(code, State.CLOSED, State.PUBLISHED, Kind.PUBLISHED, by);
  }

  /** Takes a published campaign out of the lists; its pages stay. */
  public Campaign archive(String code, String by) {
    return step(code, State.PUBLISHED, State.ARCHIVED, Kind.ARCHIVED, by);
  }

  private Campaign step(String code, State from, State to, Kind kind, String by) {
    return database.inTransaction(tx -> move(tx, lock(tx, code, Set.of(from)), to, kind, by, ""));
  }

  private Campaign move(
      Handle tx, Campaign campaign, State state, Kind kind, String by, String reason) {
    campaigns.setState(tx, campaign.id(), state);
    campaigns.touch(tx, campaign.id());
    events.add(tx, campaign.id(), now(), kind, "", by, reason);
    return campaigns.find(tx, campaign.code()).orElseThrow();
  }

  /**
   * Closes a month of the pupils, or opens a closed one again (rule R5).
   *
   * @param open whether late actions and uploads shall move it from now on
   * @param reason as the officer gave it, not blank
   * @throws InvalidCampaign when the month has not begun, or has not ended and is to be closed
   * @throws WrongState unless the campaign is running
   */
  public void decideMonth(String code, YearMonth month, boolean open, String by, String reason) {
    if (reason.isBlank()) {
      throw new InvalidCampaign("reason", FieldProblem.Kind.MISSING);
    }
    database.useTransaction(
        tx -> {
          Stripes.lockAll(tx);
          Campaign campaign = lock(tx, code, Set.of(State.RUNNING));
          LocalDate today = campaign.dayOf(clock.instant());
          if (!campaign.monthsBegun(today).contains(month)
              || !open && !today.isAfter(month.atEndOfMonth())) {
            throw new InvalidCampaign("month", FieldProblem.Kind.MONTH_NOT_OVER);
          }
          if (!open && MonthRule.isClosed(campaign, month, clock.instant())) {
            throw new InvalidCampaign("month", FieldProblem.Kind.MONTH_IS_CLOSED);
          }
          campaigns.decideMonth(
              tx, campaign.id(), month, open ? Optional.empty() : Optional.of(now()));
          campaigns.touch(tx, campaign.id());
          Kind kind = open ? Kind.MONTH_REOPENED : Kind.MONTH_CLOSED;
          events.add(tx, campaign.id(), now(), kind, month.toString(), by, reason);
          judging(tx).stream()
              .filter(c -> c.id() == campaign.id())
              .forEach(c -> observers.forEach(o -> o.onMonthDecided(tx, c, month)));
        });
  }

  /**
   * Reads a proposed version of a campaign's rules.
   *
   * @param json the whole campaign as it shall be
   * @throws InvalidCampaign with every field that is wrong, or may not change in a running campaign
   */
  public Rules propose(Campaign campaign, String json) {
    Rules proposed = RulesReader.read(json);
    List<FieldProblem> problems = RuleChangeRule.problems(campaign, proposed);
    if (!problems.isEmpty()) {
      throw new InvalidCampaign(problems);
    }
    return proposed;
  }

  /** Puts a running campaign under proposed rules, on a book of their own and in step with it. */
  public Campaign openTrial(Handle tx, Campaign campaign, Rules rules, LocalDate validFrom) {
    Stripes.lockAll(tx);
    Campaign running = lock(tx, campaign.code(), Set.of(State.RUNNING));
    int book = campaigns.newBook(tx, running.id());
    campaigns.insertTrial(tx, running.id(), book, rules, validFrom);
    campaigns.touch(tx, running.id());
    Campaign trial = judging(tx).stream().filter(c -> c.book() == book).findFirst().orElseThrow();
    observers.forEach(o -> o.onJudging(tx, trial));
    return trial;
  }

  /** Ends a trial without publishing it; its book is to be thrown away. */
  public void endTrial(Handle tx, Campaign campaign, int book) {
    Stripes.lockAll(tx);
    discardTrial(tx, book);
    campaigns.touch(tx, campaign.id());
  }

  private void discardTrial(Handle tx, int book) {
    campaigns.deleteTrial(tx, book);
    campaigns.discardBook(tx, book);
  }

  /**
   * Makes proposed rules the newest version, at once (rule R14).
   *
   * <p>The caller holds every stripe.
   *
   * @param book the trial's book, which takes the place of the one in force; the latter itself when
   *     the rules judge alike
   * @param version numbered as the one after the newest
   * @return the campaign as it is from now on; nothing else is on trial any more
   */
  public Campaign publishVersion(
      Handle tx, Campaign campaign, RuleVersion version, int book, String by) {
    Campaign running = lock(tx, campaign.code(), Set.of(State.RUNNING));
    campaigns.insertVersion(tx, running.id(), version);
    if (book != running.book()) {
      campaigns.deleteTrial(tx, book);
      campaigns.setBook(tx, running.id(), book);
      campaigns.discardBook(tx, running.book());
    }
    campaigns.trialBooks(tx, running.id()).forEach(other -> discardTrial(tx, other));
    campaigns.touch(tx, running.id());
    String number = String.valueOf(version.number());
    events.add(tx, running.id(), now(), Kind.VERSION_PUBLISHED, number, by, version.note());
    return campaigns.find(tx, campaign.code()).orElseThrow();
  }

  /** A settled campaign, held until the transaction ends; {@link WrongState} for any other. */
  public Campaign settled(Handle tx, String code) {
    return lock(tx, code, Set.of(State.CLOSED, State.PUBLISHED, State.ARCHIVED));
  }

  private Campaign lock(Handle tx, String code, Set<State> allowed) {
    Campaign campaign =
        campaigns
            .lock(tx, code)
            .orElseThrow(() -> new InvalidCampaign("campaign", FieldProblem.Kind.NO_CAMPAIGN));
    if (!allowed.contains(campaign.state())) {
      throw new WrongState(code, campaign.state());
    }
    return campaign;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A campaign by its code. */
  public Optional<Campaign> find(String code) {
    return database.read(tx -> find(tx, code));
  }

  public Optional<Campaign> find(Handle tx, String code) {
    return campaigns.find(tx, code);
  }

  /**
   * Reads a stored definition.
   *
   * @throws InvalidInput when it was not one
   */
  public static Rules rules(String definition) {
    return RulesReader.read(definition);
  }

  /** The campaign as JSON, in the format it is created from, with {@code state} added. */
  public Optional<String> json(String code) {
    return find(code)
        .map(
            campaign -> {
              String definition = campaign.newest().rules().definition();
              try (JsonReader reader = Json.createReader(new StringReader(definition))) {
                return Json.createObjectBuilder(reader.readObject())
                    .add("state", campaign.state().name())
                    .build()
                    .toString();
              }
            });
  }

  /** What was done to a campaign, the newest first. */
  public List<CampaignEvent> history(Campaign campaign) {
    return database.read(tx -> events.of(tx, campaign.id()));
  }

  /** Every campaign, drafts too, the newest window first. */
  public List<Campaign> all() {
    return database.read(tx -> campaigns.all(tx).stream().map(Loaded::campaign).toList());
  }

  /** The campaigns that pages offer: begun and not archived, the newest window first. */
  public List<Campaign> offered() {
    Set<State> hidden = Set.of(State.DRAFT, State.ARCHIVED);
    return all().stream().filter(c -> !hidden.contains(c.state())).toList();
  }

  /** The running campaigns, as one transaction sees them. */
  public List<Campaign> running(Handle tx) {
    return campaigns.all(tx).stream()
        .map(Loaded::campaign)
        .filter(c -> c.state() == State.RUNNING)
        .toList();
  }

  /**
   * Everything that judges actions now, as one transaction sees it: the running campaigns, and each
   * of them once more for every version of its rules that is on trial.
   */
  public List<Campaign> judging(Handle tx) {
    return campaigns.all(tx).stream()
        .filter(l -> l.campaign().state() == State.RUNNING)
        .flatMap(l -> Stream.concat(Stream.of(l.campaign()), l.trials().stream()))
        .toList();
  }

  /** The campaign that pages show without being asked: running today, else the newest. */
  public Optional<Campaign> current() {
    return current(offered());
  }

  /** The same among those offered. */
  public Optional<Campaign> current(List<Campaign> offered) {
    return offered.stream()
        .filter(c -> c.state() == State.RUNNING && c.covers(clock.instant()))
        .findFirst()
        .or(() -> offered.stream().findFirst());
  }

  /** The campaign's present day. */
  public LocalDate today(Campaign campaign) {
    return campaign.dayOf(clock.instant());
  }
}
