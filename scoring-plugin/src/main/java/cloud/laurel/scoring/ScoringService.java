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
    for (Campaign campaign : campaigns.running(tx)) {
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
                .ofActions(tx, campaign.id(), targets.stream().map(JournalEntry::seq).toList())
                .stream()
                .filter(j -> j.eligible() && !judge.frozen(j))
                .toList();
    Set<Group> reopened = groups(takenBack);
    contested.removeAll(reopened);
    List<Judgement> before = new ArrayList<>(judgements.counted(tx, campaign.id(), contested));
    judgements.all(tx, campaign.id(), reopened).stream()
        .filter(Judgement::eligible)
        .forEach(before::add);
    Set<Key> gone = takenBack.stream().map(Judgement::key).collect(Collectors.toSet());
    List<Judgement> candidates = new ArrayList<>(fresh);
    before.forEach(j -> candidates.add(gone.contains(j.key()) ? j.refused(Reason.WITHDRAWN) : j));
    List<Judgement> after = judge.decide(candidates);
    judgements.apply(tx, campaign.id(), CampaignJudge.changes(before, after));
    totals.apply(tx, campaign.id(), judge.deltas(before, after));
  }

  /** Judges everything of these accounts anew, under the roster as it is now (rules R17, R18). */
  void rejudge(Handle tx, Campaign campaign, Set<String> accounts) {
    List<JournalEntry> entries =
        journal.of(tx, accounts, campaign.opensAt(), campaign.endsBefore());
    Map<String, Person> people = roster.byAccounts(tx, accounts);
    Set<String> withdrawn =
        journal.withdrawn(tx, entries.stream().map(e -> e.action().id()).toList());
    CampaignJudge judge = judge(tx, campaign, people);
    List<Judgement> before =
        judgements.ofAccounts(tx, campaign.id(), accounts).stream()
            .filter(j -> !j.reason().equals(Optional.of(Reason.OUTSIDE_WINDOW)))
            .toList();
    Map<Key, Judgement> known = new HashMap<>();
    before.forEach(j -> known.put(j.key(), j));
    List<Judgement> candidates = new ArrayList<>();
    for (Judgement judgement : judge(entries, rule(campaign), judge, withdrawn)) {
      if (accounts.contains(judgement.account())) {
        Judgement was = known.get(judgement.key());
        candidates.add(was == null ? judgement : again(judgement, was, judge));
      }
    }
    List<Judgement> after = judge.decide(candidates);
    judgements.apply(tx, campaign.id(), CampaignJudge.changes(before, after));
    totals.apply(tx, campaign.id(), judge.deltas(before, after));
  }

  /** A closed month stays as it was judged; who held a place offers to keep the same one. */
  private static Judgement again(Judgement judgement, Judgement was, CampaignJudge judge) {
    if (judge.frozen(judgement)) {
      return was;
    }
    boolean keeps = was.counted() && judgement.eligible();
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
        totals.countedFor(tx, campaign.id()),
        totals.closedMonths(tx, campaign.id()));
  }

  private EligibilityRule rule(Campaign campaign) {
    return rules.computeIfAbsent(campaign.id(), id -> new EligibilityRule(campaign));
  }
}
