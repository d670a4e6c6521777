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
import java.util.Optional;
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

  /** Judges everything of these accounts anew, under the roster as it is now (rules R17, R18). */
  void rejudge(Handle tx, Campaign campaign, Set<String> accounts) {
    Rejudged rejudged = judgeAnew(tx, campaign, accounts);
    judgements.apply(
        tx, campaign.book(), CampaignJudge.changes(rejudged.before(), rejudged.after()));
    totals.apply(tx, campaign.book(), rejudged.deltas());
  }

  /**
   * What judging accounts anew comes to; nothing is written.
   *
   * @param before what the book holds of them
   * @param after what it should hold
   * @param deltas what the difference means for the totals
   */
  public record Rejudged(List<Judgement> before, List<Judgement> after, Deltas deltas) {}

  /** Judges everything of these accounts anew without writing it; the caller holds them. */
  public Rejudged judgeAnew(Handle tx, Campaign campaign, Set<String> accounts) {
    List<JournalEntry> entries =
        journal.of(tx, accounts, campaign.everOpenedAt(), campaign.everEndsBefore());
    Map<String, Person> people = roster.byAccounts(tx, accounts);
    Set<String> withdrawn =
        journal.withdrawn(tx, entries.stream().map(e -> e.action().id()).toList());
    CampaignJudge judge = judge(tx, campaign, people);
    List<Judgement> before = judgements.ofAccounts(tx, campaign.book(), accounts);
    Map<Key, Judgement> known = new HashMap<>();
    before.forEach(j -> known.put(j.key(), j));
    Map<Key, Judgement> settled =
        campaign.isOnTrial() ? settled(tx, campaign, accounts, judge) : known;
    List<Judgement> candidates = new ArrayList<>();
    Set<Long> judged = new HashSet<>();
    for (Judgement judgement : judge(entries, rule(campaign), judge, withdrawn)) {
      if (accounts.contains(judgement.account())) {
        judged.add(judgement.action());
        candidates.add(again(judgement, known, settled, judge));
      }
    }
    List<Judgement> after = judge.decide(candidates);
    // what lies outside every window was refused when it came, and stays so
    List<Judgement> concerned =
        before.stream()
            .filter(
                j ->
                    !j.reason().equals(Optional.of(Reason.OUTSIDE_WINDOW))
                        || judged.contains(j.action()))
            .toList();
    return new Rejudged(concerned, after, judge.deltas(concerned, after));
  }

  /** What the book in force holds of closed months: a trial takes it as it is (rule R5). */
  private Map<Key, Judgement> settled(
      Handle tx, Campaign trial, Set<String> accounts, CampaignJudge judge) {
    return judge.hasClosedMonths()
        ? judgements.ofAccounts(tx, trial.inForce(), accounts).stream()
            .filter(judge::frozen)
            .collect(Collectors.toMap(Judgement::key, j -> j))
        : Map.of();
  }

  /** A closed month stays as it was judged; who held a place offers to keep the same one. */
  private static Judgement again(
      Judgement judgement,
      Map<Key, Judgement> known,
      Map<Key, Judgement> settled,
      CampaignJudge judge) {
    if (judge.frozen(judgement)) {
      return settled.getOrDefault(judgement.key(), judgement);
    }
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
