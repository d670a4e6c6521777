package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.scoring.Judgement.Group;
import cloud.laurel.scoring.Judgement.Key;
import cloud.laurel.scoring.JudgementRepository.Changes;
import cloud.laurel.standing.Deltas;
import cloud.laurel.standing.Totals;
import cloud.laurel.store.Stripes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Judges journalled actions under every running campaign and keeps the totals. The result depends
 * on the set of actions alone, never on the order or the batches in which they come (rules R15,
 * R16).
 */
public final class ScoringService {

  private final CampaignService campaigns;
  private final RosterService roster;
  private final ActionJournal journal;
  private final Totals totals;
  private final JudgementRepository judgements = new JudgementRepository();
  private final RejudgeRepository waiting = new RejudgeRepository();
  private final Map<Integer, EligibilityRule> rules = new ConcurrentHashMap<>();

  /** One that shares the journal and totals of its callers. */
  public ScoringService(
      CampaignService campaigns, RosterService roster, ActionJournal journal, Totals totals) {
    this.campaigns = campaigns;
    this.roster = roster;
    this.journal = journal;
    this.totals = totals;
  }

  /** Judges entries that were appended in this transaction. */
  public void score(Handle tx, List<JournalEntry> entries) {
    List<JournalEntry> targets = lock(tx, entries);
    Set<String> accounts = parties(entries);
    accounts.addAll(parties(targets));
    Map<String, Person> people = roster.byAccounts(tx, accounts);
    Set<String> withdrawn =
        journal.withdrawn(tx, entries.stream().map(e -> e.action().id()).toList());
    for (Campaign campaign : campaigns.judging(tx)) {
      score(tx, campaign, entries, targets, people, withdrawn);
    }
  }

  /**
   * Holds everybody concerned to the end of the transaction. A withdrawal holds all, since the
   * action it takes back may be arriving at this moment.
   *
   * @return known actions, other than the entries, that the entries take back
   */
  private List<JournalEntry> lock(Handle tx, List<JournalEntry> entries) {
    Set<String> targets =
        entries.stream()
            .map(JournalEntry::action)
            .filter(a -> a.type().equals(ActionJournal.WITHDRAWN))
            .flatMap(a -> a.object().stream())
            .map(PlatformAction.ObjectRef::id)
            .collect(Collectors.toSet());
    entries.forEach(e -> targets.remove(e.action().id()));
    if (targets.isEmpty()) {
      Stripes.lock(tx, parties(entries));
      return List.of();
    }
    Stripes.lockAll(tx);
    return journal.find(tx, targets);
  }

  private static Set<String> parties(Collection<JournalEntry> entries) {
    Set<String> accounts = new LinkedHashSet<>();
    for (JournalEntry entry : entries) {
      accounts.add(entry.action().actor());
      accounts.addAll(entry.action().counterparts());
    }
    return accounts;
  }

  private void score(
      Handle tx,
      Campaign campaign,
      List<JournalEntry> entries,
      List<JournalEntry> targets,
      Map<String, Person> people,
      Set<String> withdrawn) {
    EligibilityRule rule = rule(campaign);
    CampaignJudge judge = judge(tx, campaign, people);
    List<Judgement> fresh = judge(entries, rule, judge, withdrawn);
    Set<Group> contested = groups(fresh);
    List<Judgement> takenBack =
        targets.isEmpty()
            ? List.of()
            : judgements
                .ofActions(tx, campaign.book(), targets.stream().map(JournalEntry::seq).toList())
                .stream()
                .filter(j -> j.eligible() && !judge.frozen(j))
                .toList();
    Set<Group> reopened = groups(takenBack);
    contested.removeAll(reopened);
    List<Judgement> before = new ArrayList<>(judgements.counted(tx, campaign.book(), contested));
    judgements.all(tx, campaign.book(), reopened).stream()
        .filter(Judgement::eligible)
        .forEach(before::add);
    Set<Key> gone = takenBack.stream().map(Judgement::key).collect(Collectors.toSet());
    List<Judgement> candidates = new ArrayList<>(fresh);
    before.forEach(j -> candidates.add(gone.contains(j.key()) ? j.refused(Reason.WITHDRAWN) : j));
    List<Judgement> after = judge.decide(candidates);
    judgements.apply(tx, campaign.book(), CampaignJudge.changes(before, after));
    totals.apply(tx, campaign.book(), judge.deltas(before, after));
  }

  /**
   * Judges everything of these accounts anew, under the roster as it is now (rules R17, R18). The
   * caller holds their stripes.
   */
  public void rejudge(Handle tx, Campaign campaign, Set<String> accounts) {
    Rejudged rejudged = judgeAnew(tx, campaign, accounts);
    judgements.apply(
        tx, campaign.book(), CampaignJudge.changes(rejudged.before(), rejudged.after()));
    totals.apply(tx, campaign.book(), rejudged.deltas());
  }

  /**
   * Where the book's judgements and totals of these accounts differ from what the journal gives
   * under the campaign's rules; nothing is written.
   */
  public List<Difference> differences(Handle tx, Campaign campaign, Set<String> some) {
    Set<String> accounts = new LinkedHashSet<>(some);
    // these are known to be out of date
    accounts.removeAll(waiting.waiting(tx, campaign.book(), some));
    Rejudged rejudged = judgeAnew(tx, campaign, accounts);
    List<Difference> found = new ArrayList<>();
    Map<Key, Judgement> before = byKey(rejudged.before());
    Changes changes = CampaignJudge.changes(rejudged.before(), rejudged.after());
    changes.inserted().forEach(j -> found.add(difference(j, "", j.verdict())));
    changes
        .updated()
        .forEach(j -> found.add(difference(j, before.get(j.key()).verdict(), j.verdict())));
    changes.deleted().forEach(j -> found.add(difference(j, j.verdict(), "")));
    totals
        .wrong(tx, campaign.book(), accounts, rejudged.whole())
        .forEach(
            w ->
                found.add(
                    new Difference(
                        Difference.Kind.PERSON,
                        w.account(),
                        "",
                        w.role().name(),
                        String.valueOf(w.stored()),
                        String.valueOf(w.expected()))));
    return found;
  }

  private static Difference difference(Judgement judgement, String stored, String expected) {
    return new Difference(
        Difference.Kind.VERDICT,
        judgement.account(),
        judgement.actionId(),
        judgement.indicator(),
        stored,
        expected);
  }

  /**
   * What judging accounts anew comes to; nothing is written.
   *
   * @param before what the book holds of them
   * @param after what it should hold
   * @param deltas what the difference means for the totals
   * @param whole what all of it means for them
   */
  private record Rejudged(
      List<Judgement> before, List<Judgement> after, Deltas deltas, Deltas whole) {}

  /**
   * Judges everything of these accounts anew without writing it. Closed months stay as they were
   * judged (rule R5).
   */
  private Rejudged judgeAnew(Handle tx, Campaign campaign, Set<String> accounts) {
    List<JournalEntry> entries =
        journal.of(tx, accounts, campaign.everOpenedAt(), campaign.everEndsBefore());
    Map<String, Person> people = roster.byAccounts(tx, accounts);
    Set<String> withdrawn =
        journal.withdrawn(tx, entries.stream().map(e -> e.action().id()).toList());
    CampaignJudge judge = judge(tx, campaign, people);
    List<Judgement> before = judgements.ofAccounts(tx, campaign.book(), accounts);
    Map<Key, Judgement> known = byKey(before);
    Map<Key, Judgement> inForce =
        campaign.isOnTrial() ? withFixed(tx, campaign, accounts, judge, known) : known;
    List<Judgement> candidates =
        new ArrayList<>(inForce.values().stream().filter(judge::frozen).toList());
    Set<Part> settled = candidates.stream().map(Part::of).collect(Collectors.toSet());
    Set<Part> judged = new HashSet<>();
    for (Judgement judgement : judge(entries, rule(campaign), judge, withdrawn)) {
      if (accounts.contains(judgement.account())) {
        judged.add(Part.of(judgement));
        boolean stays =
            settled.contains(Part.of(judgement))
                && (judge.frozen(judgement) || judgement.indicator().isEmpty());
        if (!stays) {
          candidates.add(again(judgement, known));
        }
      }
    }
    // what lay outside every window was refused when it came, and stays so
    inForce.values().stream()
        .filter(j -> j.outsideWindow() && !judge.frozen(j) && !judged.contains(Part.of(j)))
        .forEach(candidates::add);
    List<Judgement> after = judge.decide(candidates);
    return new Rejudged(
        before, after, judge.deltas(before, after), judge.deltas(List.of(), before));
  }

  /**
   * What a trial's book holds, and what the book in force holds of closed months and refused for
   * lying outside the window, unless the trial has judged the action itself as it came.
   */
  private Map<Key, Judgement> withFixed(
      Handle tx,
      Campaign trial,
      Set<String> accounts,
      CampaignJudge judge,
      Map<Key, Judgement> own) {
    Map<Key, Judgement> all = new HashMap<>(own);
    Set<Part> judged = own.values().stream().map(Part::of).collect(Collectors.toSet());
    judgements.fixed(tx, trial.inForce(), accounts, judge.closedMonths()).stream()
        .filter(j -> !judged.contains(Part.of(j)))
        .forEach(j -> all.put(j.key(), j));
    return all;
  }

  private static Map<Key, Judgement> byKey(List<Judgement> judgements) {
    return judgements.stream().collect(Collectors.toMap(Judgement::key, j -> j));
  }

  /** Somebody's part in an action. */
  private record Part(String account, long action) {
    static Part of(Judgement judgement) {
      return new Part(judgement.account(), judgement.action());
    }
  }

  /** Who held a place offers to keep the same one. */
  private static Judgement again(Judgement judgement, Map<Key, Judgement> known) {
    Judgement was = known.get(judgement.key());
    boolean keeps = was != null && was.counted() && judgement.eligible();
    return keeps ? judgement.counted(was.place().orElseThrow(), was.points()) : judgement;
  }

  private List<Judgement> judge(
      List<JournalEntry> entries,
      EligibilityRule rule,
      CampaignJudge judge,
      Set<String> withdrawn) {
    List<Judgement> fresh = new ArrayList<>(entries.size());
    for (JournalEntry entry : entries) {
      if (!entry.action().type().equals(ActionJournal.WITHDRAWN)) {
        fresh.addAll(
            rule.judge(entry, judge::memberships, withdrawn.contains(entry.action().id())));
      }
    }
    return fresh;
  }

  private static Set<Group> groups(Collection<Judgement> judgements) {
    return judgements.stream()
        .filter(Judgement::eligible)
        .map(Judgement::group)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private CampaignJudge judge(Handle tx, Campaign campaign, Map<String, Person> people) {
    return new CampaignJudge(
        campaign,
        rule(campaign),
        people,
        totals.countedFor(tx, campaign.book()),
        totals.closedMonths(tx, campaign.book()));
  }

  /** Campaigns are read afresh when anything about them changes, and then are other objects. */
  private EligibilityRule rule(Campaign campaign) {
    return rules.compute(
        campaign.book(),
        (book, known) ->
            known != null && known.isFor(campaign) ? known : new EligibilityRule(campaign));
  }
}
