package cloud.laurel.opening;

import static java.util.stream.Collectors.toSet;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.opening.SpaceRepository.Event;
import cloud.laurel.opening.SpaceRepository.Space;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.standing.Totals;
import cloud.laurel.standing.Totals.SpaceMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Follows the actions by which people register and activate their spaces. Somebody's space is as
 * old as the earliest that rosters and actions say of it, whatever came first (rule R15); what is
 * taken back is as if it had never been said (rule R12).
 */
public final class SpaceService {

  private static final String REGISTERED = "space.registered";
  private static final String ACTIVATED = "space.activated";

  private final CampaignService campaigns;
  private final RosterService roster;
  private final Totals totals;
  private final SpaceRepository spaces = new SpaceRepository();
  private final OpeningWeekRepository weeks = new OpeningWeekRepository();

  /** One that shares the totals of its callers. */
  public SpaceService(CampaignService campaigns, RosterService roster, Totals totals) {
    this.campaigns = campaigns;
    this.roster = roster;
    this.totals = totals;
  }

  /**
   * Holds the roster if entries are about spaces, so that an upload does not meet them half way. To
   * be called before any stripe is locked: uploads take the locks in this order too.
   */
  public void hold(Handle tx, List<JournalEntry> entries) {
    if (!accounts(tx, entries).isEmpty()) {
      roster.hold(tx);
    }
  }

  /** Follows entries that were appended and judged in this transaction, which locked everybody. */
  public void follow(Handle tx, List<JournalEntry> entries) {
    Set<String> accounts = accounts(tx, entries);
    if (accounts.isEmpty()) {
      return;
    }
    // held already, unless what is taken back arrived only at this moment
    roster.hold(tx);
    List<Event> events =
        entries.stream()
            .map(JournalEntry::action)
            .filter(SpaceService::isAboutSpaces)
            .map(a -> new Event(a.actor(), a.id(), a.occurredAt(), a.type().equals(ACTIVATED)))
            .toList();
    spaces.insert(tx, events);
    Set<String> actions = withdrawn(entries);
    events.forEach(e -> actions.add(e.action()));
    spaces.deleteWithdrawn(tx, actions);
    Map<String, Space> before = spaces.of(tx, accounts);
    spaces.settle(tx, accounts);
    Map<String, Space> after = new HashMap<>(spaces.of(tx, accounts));
    after.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
    if (!after.isEmpty()) {
      before.keySet().retainAll(after.keySet());
      count(tx, before, after);
    }
  }

  private static boolean isAboutSpaces(PlatformAction action) {
    return action.type().equals(REGISTERED) || action.type().equals(ACTIVATED);
  }

  /** Whose spaces the entries are about; asks the database only when they take something back. */
  private Set<String> accounts(Handle tx, List<JournalEntry> entries) {
    Set<String> accounts =
        entries.stream()
            .map(JournalEntry::action)
            .filter(SpaceService::isAboutSpaces)
            .map(PlatformAction::actor)
            .collect(toSet());
    Set<String> withdrawn = withdrawn(entries);
    if (!withdrawn.isEmpty()) {
      accounts.addAll(spaces.accountsOf(tx, withdrawn));
    }
    return accounts;
  }

  private static Set<String> withdrawn(List<JournalEntry> entries) {
    return entries.stream()
        .map(JournalEntry::action)
        .filter(a -> a.type().equals(ActionJournal.WITHDRAWN))
        .flatMap(a -> a.object().stream())
        .map(PlatformAction.ObjectRef::id)
        .collect(toSet());
  }

  private void count(Handle tx, Map<String, Space> before, Map<String, Space> after) {
    Map<String, Person> people = roster.byAccounts(tx, after.keySet());
    Instant first = earliest(before, after);
    for (Campaign campaign : campaigns.judging(tx)) {
      totals
          .countedFor(tx, campaign.book())
          .map(campaign::referenceDay)
          .ifPresent(
              day ->
                  totals.moveSpaces(
                      tx, campaign.book(), moves(campaign, day, people, before, after)));
      if (!campaign.isOnTrial()) {
        weeks.forget(tx, campaign, campaign.dayOf(first));
      }
    }
  }

  /** The earliest time that came or went: until then everything was as it is. */
  private static Instant earliest(Map<String, Space> before, Map<String, Space> after) {
    return after.entrySet().stream()
        .flatMap(
            e -> {
              Space was = before.get(e.getKey());
              return Stream.concat(
                  moved(was.registered(), e.getValue().registered()),
                  moved(was.activated(), e.getValue().activated()));
            })
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Stream<Instant> moved(Optional<Instant> before, Optional<Instant> after) {
    return before.equals(after) ? Stream.of() : Stream.concat(before.stream(), after.stream());
  }

  private record Group(String school, Role role) {}

  /** What changed, by school and role, among those whom the campaign counts on a day (rule R6). */
  private static List<SpaceMove> moves(
      Campaign campaign,
      LocalDate day,
      Map<String, Person> people,
      Map<String, Space> before,
      Map<String, Space> after) {
    Instant dayEnd = day.plusDays(1).atStartOfDay(campaign.zone()).toInstant();
    int fromGrade = campaign.rulesOn(day).fromGrade();
    Map<Group, int[]> moves =
        new TreeMap<>(Comparator.comparing(Group::school).thenComparing(Group::role));
    people.forEach(
        (account, person) -> {
          int registered =
              has(after.get(account).registered(), dayEnd)
                  - has(before.get(account).registered(), dayEnd);
          int activated =
              has(after.get(account).activated(), dayEnd)
                  - has(before.get(account).activated(), dayEnd);
          for (Group group : groups(campaign, fromGrade, person.on(day))) {
            int[] sum = moves.computeIfAbsent(group, g -> new int[2]);
            sum[0] += registered;
            sum[1] += activated;
          }
        });
    return moves.entrySet().stream()
        .filter(e -> e.getValue()[0] != 0 || e.getValue()[1] != 0)
        .map(
            e ->
                new SpaceMove(
                    e.getKey().school(), e.getKey().role(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static Set<Group> groups(Campaign campaign, int fromGrade, List<Membership> held) {
    Set<Group> groups = new HashSet<>();
    for (Membership membership : held) {
      boolean counts = membership.role() != Role.STUDENT || membership.grade() >= fromGrade;
      if (counts && campaign.includes(membership.school())) {
        groups.add(new Group(membership.school(), membership.role()));
      }
    }
    return groups;
  }

  private static int has(Optional<Instant> time, Instant dayEnd) {
    return time.filter(dayEnd::isAfter).isPresent() ? 1 : 0;
  }
}
