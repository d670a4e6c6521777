package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.scoring.Judgement.Group;
import cloud.laurel.scoring.Judgement.Key;
import cloud.laurel.scoring.JudgementRepository.Changes;
import cloud.laurel.standing.Deltas;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One campaign's view of one transaction: decides who gets the places of each limit, and what that
 * changes in the totals.
 */
final class CampaignJudge {

  private final Campaign campaign;
  private final Tracks tracks;
  private final Map<String, Person> people;
  private final Optional<LocalDate> countedFor;
  private final Set<YearMonth> closedMonths;

  CampaignJudge(
      Campaign campaign,
      EligibilityRule rule,
      Map<String, Person> people,
      Optional<LocalDate> countedFor,
      Set<YearMonth> closedMonths) {
    this.campaign = campaign;
    this.people = people;
    this.countedFor = countedFor;
    this.closedMonths = closedMonths;
    this.tracks = rule.tracks();
  }

  private Optional<Track> track(Judgement judgement) {
    return tracks.named(judgement.indicator(), judgement.alternative(), judgement.day());
  }

  /** The memberships of somebody in this transaction. */
  List<Membership> memberships(String account, LocalDate day) {
    Person person = people.get(account);
    return person == null ? List.of() : person.on(day);
  }

  /** Holds every eligible judgement against its limit; the others stay as they are. */
  List<Judgement> decide(Collection<Judgement> judgements) {
    List<Judgement> decided = new ArrayList<>(judgements.size());
    Map<Group, List<Judgement>> groups = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      if (judgement.eligible()) {
        groups.computeIfAbsent(judgement.group(), g -> new ArrayList<>(2)).add(judgement);
      } else {
        decided.add(judgement);
      }
    }
    groups.forEach(
        (group, candidates) ->
            decided.addAll(LimitRule.decide(candidates, j -> track(j).orElseThrow())));
    return decided;
  }

  /** What must be written to get from the judgements before to those after. */
  static Changes changes(Collection<Judgement> before, Collection<Judgement> after) {
    Map<Key, Judgement> old = before.stream().collect(Collectors.toMap(Judgement::key, j -> j));
    List<Judgement> inserted = new ArrayList<>();
    List<Judgement> updated = new ArrayList<>();
    for (Judgement judgement : after) {
      Judgement was = old.remove(judgement.key());
      if (was == null) {
        inserted.add(judgement);
      } else if (!was.equals(judgement)) {
        updated.add(judgement);
      }
    }
    return new Changes(inserted, updated, List.copyOf(old.values()));
  }

  /** What the way from the judgements before to those after changes in the totals. */
  Deltas deltas(Collection<Judgement> before, Collection<Judgement> after) {
    Deltas deltas = new Deltas();
    before.forEach(j -> add(deltas, j, -1));
    after.forEach(j -> add(deltas, j, 1));
    return deltas;
  }

  private void add(Deltas deltas, Judgement judgement, int sign) {
    Optional<Track> track = track(judgement);
    if (!judgement.counted() || track.isEmpty()) {
      return;
    }
    if (track.get().role() == Role.STUDENT) {
      addParticipant(deltas, judgement, sign);
    } else {
      deltas.points(
          judgement.account(),
          track.get().role(),
          judgement.school().orElseThrow(),
          (long) sign * judgement.points());
      if (holds(judgement.account(), track.get().role())) {
        deltas.ranked(judgement.account(), track.get().role());
      }
    }
  }

  /** Whether somebody is in the role on the day for which the totals were counted (rule R6). */
  private boolean holds(String account, Role role) {
    return countedFor
        .map(day -> memberships(account, campaign.referenceDay(day)))
        .orElse(List.of())
        .stream()
        .anyMatch(m -> m.role() == role);
  }

  /** A participant belongs to the month's denominator, whatever school it was in before (R5). */
  private void addParticipant(Deltas deltas, Judgement judgement, int sign) {
    YearMonth month = YearMonth.parse(judgement.period());
    boolean counts =
        !closedMonths.contains(month)
            && countedFor.map(day -> campaign.monthsBegun(day).contains(month)).orElse(false);
    if (counts) {
      memberships(judgement.account(), campaign.referenceDay(month, countedFor.get())).stream()
          .filter(m -> m.role() == Role.STUDENT && m.grade() >= campaign.rulesOf(month).fromGrade())
          .map(Membership::school)
          .distinct()
          .forEach(
              school ->
                  deltas.participants(
                      school, month, judgement.indicator(), judgement.alternative(), sign));
    }
  }

  Set<YearMonth> closedMonths() {
    return closedMonths;
  }

  /** Whether a judgement is about pupils in a month that no longer moves. */
  boolean frozen(Judgement judgement) {
    return track(judgement).map(t -> t.role() == Role.STUDENT).orElse(false)
        && closedMonths.contains(YearMonth.from(judgement.day()));
  }
}
