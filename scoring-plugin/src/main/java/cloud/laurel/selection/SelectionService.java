package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.WordsRule;
import cloud.laurel.result.ResultService;
import cloud.laurel.selection.Selection.State;
import cloud.laurel.selection.SelectionEvent.What;
import cloud.laurel.selection.SelectionRefused.Why;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Selects whom a campaign honours. What is computed comes from the campaign's result and is never
 * changed; what officers decide beside it carries a reason; nothing holds before a second officer
 * has confirmed it. The caller sees to it that only officers of the bureau come here.
 */
public class SelectionService {

  private static final int HISTORY = 200;

  private final Database database;
  private final ResultService results;
  private final InstantSource clock;
  private final SelectionRepository selections = new SelectionRepository();
  private final ReviewRepository reviews = new ReviewRepository();
  private final SelectionReader reader;
  private final ConfirmedRepository confirmations = new ConfirmedRepository();

  /** One for a database. */
  public SelectionService(Database database, ResultService results, InstantSource clock) {
    this.database = database;
    this.results = results;
    this.clock = clock;
    this.reader = new SelectionReader(database, results, selections, reviews);
  }

  /** Where a campaign's selection stands. */
  public Selection of(Campaign campaign) {
    return database.read(tx -> selections.find(tx, campaign.id()));
  }

  /** What was done, the newest first, at most {@value #HISTORY}. */
  public List<SelectionEvent> events(Campaign campaign) {
    return database.read(tx -> selections.events(tx, campaign.id(), HISTORY));
  }

  /** The selections for all honours of a campaign, in its order. */
  public List<HonourSelection> all(Campaign campaign) {
    return reader.all(campaign, results.of(campaign), Map.of());
  }

  /**
   * The same as pages show it: provisional figures are a moment old.
   *
   * @param whatIf schemes to try, by honour
   */
  public List<HonourSelection> board(Campaign campaign, Map<String, Scheme> whatIf) {
    return reader.all(campaign, results.board(campaign), whatIf);
  }

  /** The selection for an honour; empty when the campaign has no such honour. */
  public Optional<HonourSelection> honour(Campaign campaign, String honour) {
    return reader.one(campaign, results.of(campaign), honour, Map.of());
  }

  /** The same as pages show it. */
  public Optional<HonourSelection> board(
      Campaign campaign, String honour, Map<String, Scheme> whatIf) {
    return reader.one(campaign, results.board(campaign), honour, whatIf);
  }

  /**
   * Gives an honour's places otherwise than the campaign says.
   *
   * @param reason not blank
   * @throws SelectionRefused when it cannot be done
   */
  public void scheme(Campaign campaign, String honour, Scheme scheme, String by, String reason) {
    String why = words(reason, true);
    require(campaign, honour);
    deciding(
        campaign,
        tx -> {
          selections.scheme(tx, campaign.id(), honour, scheme);
          note(tx, campaign, by, What.SCHEME, honour, "", why);
        });
  }

  /**
   * Takes a candidate in or out against the computed order, or decides about one of a tie.
   *
   * @param reason not blank
   * @throws SelectionRefused when it cannot be done
   */
  public void decide(
      Campaign campaign,
      String honour,
      String candidate,
      boolean takenIn,
      String by,
      String reason) {
    String why = words(reason, true);
    SelectionRow row =
        require(campaign, honour)
            .row(candidate)
            .orElseThrow(() -> new SelectionRefused(Why.UNKNOWN));
    if (row.outcome() != Outcome.TIED && row.computed() == takenIn) {
      throw new SelectionRefused(Why.NOTHING_NEW);
    }
    deciding(campaign, tx -> decide(tx, campaign, honour, candidate, takenIn, by, why));
  }

  /**
   * Decides about all of a tie across the cut at once.
   *
   * @param in codes of those who get a place; the others of the tie get none
   * @param reason not blank
   * @throws SelectionRefused when it cannot be done
   */
  public void decideTie(
      Campaign campaign, String honour, Set<String> in, String by, String reason) {
    String why = words(reason, true);
    List<String> tied =
        require(campaign, honour).rows().stream()
            .filter(r -> r.outcome() == Outcome.TIED)
            .map(r -> r.candidate().code())
            .toList();
    if (tied.isEmpty() || !tied.containsAll(in)) {
      throw new SelectionRefused(Why.UNKNOWN);
    }
    deciding(
        campaign,
        tx -> tied.forEach(c -> decide(tx, campaign, honour, c, in.contains(c), by, why)));
  }

  private void decide(
      Handle tx,
      Campaign campaign,
      String honour,
      String candidate,
      boolean in,
      String by,
      String why) {
    selections.decide(tx, campaign.id(), honour, candidate, new Decision(in, why, by, now()));
    note(tx, campaign, by, in ? What.TAKEN_IN : What.TAKEN_OUT, honour, candidate, why);
  }

  /** Takes a decision back: the computed order holds again. */
  public void undecide(Campaign campaign, String honour, String candidate, String by) {
    deciding(
        campaign,
        tx -> {
          if (selections.undecide(tx, campaign.id(), honour, candidate) > 0) {
            note(tx, campaign, by, What.DECISION_UNDONE, honour, candidate, "");
          }
        });
  }

  /**
   * Says what a reviewer thinks of a candidate; it takes the place of what the same one thought.
   *
   * @param mark {@value Review#LOWEST} to {@value Review#HIGHEST}
   * @param remark may be empty
   * @throws SelectionRefused when it cannot be done
   */
  public void review(
      Campaign campaign,
      String honour,
      String candidate,
      String reviewer,
      int mark,
      String remark) {
    String words = words(remark, false);
    HonourSelection selection = require(campaign, honour);
    if (selection.row(candidate).isEmpty()) {
      throw new SelectionRefused(Why.UNKNOWN);
    }
    if (selection.honour().review().isEmpty() || mark < Review.LOWEST || mark > Review.HIGHEST) {
      throw new SelectionRefused(Why.MARK);
    }
    deciding(
        campaign,
        tx -> {
          reviews.put(
              tx, campaign.id(), honour, candidate, new Review(reviewer, mark, words, now()));
          note(tx, campaign, reviewer, What.REVIEWED, honour, candidate, words);
        });
  }

  /**
   * Puts the decided lists before another officer; nothing changes until that one has answered.
   *
   * @param version of the selection that was looked at
   * @throws SelectionRefused while a tie across the cut is open, or when it cannot be done
   */
  public void submit(Campaign campaign, int version, String by) {
    Snapshot snapshot = snapshot(campaign);
    if (all(campaign).stream().anyMatch(h -> !h.tied().isEmpty())) {
      throw new SelectionRefused(Why.TIE_OPEN);
    }
    step(
        campaign,
        Set.of(State.DECIDING),
        (tx, before) -> {
          unchanged(before, version);
          selections.move(tx, campaign.id(), State.SUBMITTED, Optional.of(snapshot.id()), by);
          note(tx, campaign, by, What.SUBMITTED, "", "", "");
        });
  }

  /** Takes a submission back: officers decide again. */
  public void withdraw(Campaign campaign, String by) {
    back(campaign, State.SUBMITTED, What.WITHDRAWN, by, "");
  }

  /**
   * Gives a submission back with a remark.
   *
   * @param remark not blank
   */
  public void giveBack(Campaign campaign, String by, String remark) {
    back(campaign, State.SUBMITTED, What.RETURNED, by, words(remark, true));
  }

  /**
   * Has a confirmed selection decided again; what was confirmed is kept.
   *
   * @param reason not blank
   */
  public void reopen(Campaign campaign, String by, String reason) {
    back(campaign, State.CONFIRMED, What.REOPENED, by, words(reason, true));
  }

  private void back(Campaign campaign, State from, What what, String by, String words) {
    step(
        campaign,
        Set.of(from),
        (tx, before) -> {
          selections.move(tx, campaign.id(), State.DECIDING, Optional.empty(), "");
          note(tx, campaign, by, what, "", "", words);
        });
  }

  /**
   * Agrees with what another officer has submitted: the lists are kept for ever.
   *
   * @param version of the selection that was looked at
   * @param by not who submitted it
   * @throws SelectionRefused when it cannot be done
   */
  public void confirm(Campaign campaign, int version, String by) {
    Snapshot snapshot = snapshot(campaign);
    List<HonourSelection> lists = all(campaign);
    step(
        campaign,
        Set.of(State.SUBMITTED),
        (tx, before) -> {
          unchanged(before, version);
          if (before.submittedBy().equals(by)) {
            throw new SelectionRefused(Why.SAME_OFFICER);
          }
          if (!before.snapshot().equals(Optional.of(snapshot.id()))) {
            throw new SelectionRefused(Why.OTHER_SNAPSHOT);
          }
          confirmations.insert(
              tx,
              campaign.id(),
              snapshot.id(),
              now(),
              before.submittedBy(),
              by,
              ConfirmedJson.write(snapshot, lists));
          selections.move(
              tx, campaign.id(), State.CONFIRMED, before.snapshot(), before.submittedBy());
          note(tx, campaign, by, What.CONFIRMED, "", "", "");
        });
  }

  /** The confirmed lists that hold; empty before a second officer agreed and after a reopening. */
  public Optional<Confirmed> confirmed(Campaign campaign) {
    return database.read(tx -> confirmed(tx, campaign));
  }

  /** The same as one transaction sees it. */
  public Optional<Confirmed> confirmed(Handle tx, Campaign campaign) {
    return selections.find(tx, campaign.id()).state() == State.CONFIRMED
        ? confirmations.of(tx, campaign.id(), 1).stream().findFirst()
        : Optional.empty();
  }

  /** Everything that was ever confirmed, the newest first. */
  public List<Confirmed> confirmations(Campaign campaign) {
    return database.read(tx -> confirmations.of(tx, campaign.id(), HISTORY));
  }

  /** What one confirmation holds, as JSON; its hash is the SHA-256 of exactly this text. */
  public Optional<String> content(Campaign campaign, long confirmed) {
    return database.read(tx -> confirmations.content(tx, campaign.id(), confirmed));
  }

  private HonourSelection require(Campaign campaign, String honour) {
    snapshot(campaign);
    return honour(campaign, honour).orElseThrow(() -> new SelectionRefused(Why.UNKNOWN));
  }

  private Snapshot snapshot(Campaign campaign) {
    if (!campaign.state().isSettled()) {
      throw new SelectionRefused(Why.NOT_CLOSED);
    }
    return results.of(campaign).snapshot().orElseThrow(() -> new SelectionRefused(Why.NO_SNAPSHOT));
  }

  private void deciding(Campaign campaign, Consumer<Handle> change) {
    step(campaign, Set.of(State.DECIDING), (tx, before) -> change.accept(tx));
  }

  private interface Step {
    void take(Handle tx, Selection before);
  }

  private void step(Campaign campaign, Set<State> from, Step step) {
    database.useTransaction(
        tx -> {
          Selection before = selections.change(tx, campaign.id());
          if (!from.contains(before.state())) {
            throw new SelectionRefused(Why.OTHER_STATE);
          }
          step.take(tx, before);
        });
  }

  /** The change that is under way counts already. */
  private static void unchanged(Selection before, int version) {
    if (before.version() != version + 1) {
      throw new SelectionRefused(Why.CHANGED);
    }
  }

  private void note(
      Handle tx,
      Campaign campaign,
      String by,
      What what,
      String honour,
      String candidate,
      String words) {
    selections.note(tx, campaign.id(), now(), by, what, honour, candidate, words);
  }

  private static String words(String raw, boolean needed) {
    String words = WordsRule.tidy(raw);
    if (needed && words.isEmpty()) {
      throw new SelectionRefused(Why.WORDS_MISSING);
    }
    if (words.length() > WordsRule.MAX_WORDS) {
      throw new SelectionRefused(Why.WORDS_TOO_LONG);
    }
    return words;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
