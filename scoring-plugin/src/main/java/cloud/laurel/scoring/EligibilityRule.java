package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.MonthRule;
import cloud.laurel.campaign.PeriodRule;
import cloud.laurel.campaign.Role;
import cloud.laurel.journal.Correction;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.roster.Membership;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about an action but the limit: who would earn it, and what stands in the way (rules
 * R2, R3, R11, R13). Looks at nothing but its arguments, so the order of arrival cannot matter.
 */
final class EligibilityRule {

  private final Campaign campaign;
  private final Tracks tracks;

  EligibilityRule(Campaign campaign) {
    this.campaign = campaign;
    this.tracks = new Tracks(campaign);
  }

  boolean isFor(Campaign other) {
    return campaign == other;
  }

  Tracks tracks() {
    return tracks;
  }

  /** The judgements of an action, the eligible ones without a reason and a place. */
  List<Judgement> judge(JournalEntry entry, Memberships memberships, boolean withdrawn) {
    if (entry.correction().isPresent()) {
      return judge(entry, entry.correction().get(), withdrawn);
    }
    LocalDate day = campaign.dayOf(entry.action().occurredAt());
    List<Judgement> judgements = new ArrayList<>(2);
    for (Track track : tracks.taking(entry.action().type(), day)) {
      for (String account : beneficiaries(entry, track)) {
        judgements.add(judge(entry, track, account, memberships, withdrawn));
      }
    }
    if (judgements.isEmpty()) {
      judgements.add(
          judgement(entry, "", 0, "", entry.action().actor(), Optional.empty())
              .refused(
                  campaign.covers(entry.action().occurredAt())
                      ? Reason.NO_INDICATOR
                      : Reason.OUTSIDE_WINDOW));
    }
    return judgements;
  }

  /** A correcting entry concerns one campaign and has passed everything but the limit. */
  private List<Judgement> judge(JournalEntry entry, Correction correction, boolean withdrawn) {
    if (correction.campaign() != campaign.id()) {
      return List.of();
    }
    LocalDate day = campaign.dayOf(correction.occurredAt());
    Optional<Track> track = tracks.named(correction.indicator(), 0, day);
    Judgement judgement =
        judgement(
            entry,
            correction.indicator(),
            0,
            track.map(t -> period(entry, t, day)).orElse(""),
            correction.account(),
            Optional.of(correction.school()));
    Optional<Reason> obstacle =
        !campaign.covers(correction.occurredAt())
            ? Optional.of(Reason.OUTSIDE_WINDOW)
            : track.isEmpty()
                ? Optional.of(Reason.NO_INDICATOR)
                : withdrawn ? Optional.of(Reason.WITHDRAWN) : Optional.empty();
    return List.of(obstacle.map(judgement::refused).orElse(judgement));
  }

  private String period(JournalEntry entry, Track track, LocalDate day) {
    return PeriodRule.period(
        track.limit().per(),
        day,
        campaign.rulesOn(day),
        entry.action().object().map(PlatformAction.ObjectRef::id));
  }

  private static Set<String> beneficiaries(JournalEntry entry, Track track) {
    Set<String> accounts = new LinkedHashSet<>();
    if (track.actorEarns()) {
      accounts.add(entry.action().actor());
    }
    if (track.counterpartsEarn()) {
      accounts.addAll(entry.action().counterparts());
    }
    return accounts;
  }

  private Judgement judge(
      JournalEntry entry, Track track, String account, Memberships memberships, boolean withdrawn) {
    LocalDate day = campaign.dayOf(entry.action().occurredAt());
    List<Membership> held = memberships.of(account, day);
    List<Membership> fitting = held.stream().filter(m -> m.role() == track.role()).toList();
    Judgement judgement =
        judgement(
            entry,
            track.indicator(),
            track.alternative(),
            period(entry, track, day),
            account,
            school(entry, fitting.isEmpty() ? held : fitting));
    return obstacle(entry, track, day, held, fitting, withdrawn)
        .map(judgement::refused)
        .orElse(judgement);
  }

  private Optional<Reason> obstacle(
      JournalEntry entry,
      Track track,
      LocalDate day,
      List<Membership> held,
      List<Membership> fitting,
      boolean withdrawn) {
    if (!campaign.covers(entry.action().occurredAt())) {
      return Optional.of(Reason.OUTSIDE_WINDOW);
    }
    if (held.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_ACCOUNT);
    }
    if (fitting.isEmpty()) {
      return Optional.of(Reason.WRONG_ROLE);
    }
    int fromGrade = campaign.rulesOf(YearMonth.from(day)).fromGrade();
    if (tooYoung(track, fitting, fromGrade)
        || invitesOnlyThemselves(entry, track)
        || track.condition().filter(c -> !c.holds(entry.action(), campaign.zone())).isPresent()) {
      return Optional.of(Reason.CONDITION_FAILED);
    }
    if (cameAfterTheMonthClosed(entry, track, day)) {
      return Optional.of(Reason.MONTH_CLOSED);
    }
    return withdrawn ? Optional.of(Reason.WITHDRAWN) : Optional.empty();
  }

  private static boolean tooYoung(Track track, List<Membership> fitting, int fromGrade) {
    return track.role() == Role.STUDENT && fitting.stream().noneMatch(m -> m.grade() >= fromGrade);
  }

  private static boolean invitesOnlyThemselves(JournalEntry entry, Track track) {
    List<String> counterparts = entry.action().counterparts();
    return track.counterpartsEarn()
        && !counterparts.isEmpty()
        && counterparts.stream().allMatch(c -> c.equals(entry.action().actor()));
  }

  private boolean cameAfterTheMonthClosed(JournalEntry entry, Track track, LocalDate day) {
    return track.role() == Role.STUDENT
        && MonthRule.closesAt(campaign, YearMonth.from(day))
            .map(closing -> !entry.receivedAt().isBefore(closing))
            .orElse(false);
  }

  /** Rule R13: the school of the action where the person belongs to it, else the first by code. */
  private static Optional<String> school(JournalEntry entry, List<Membership> memberships) {
    return entry
        .action()
        .school()
        .filter(s -> memberships.stream().anyMatch(m -> m.school().equals(s)))
        .or(() -> memberships.stream().map(Membership::school).min(Comparator.naturalOrder()));
  }

  private Judgement judgement(
      JournalEntry entry,
      String indicator,
      int alternative,
      String period,
      String account,
      Optional<String> school) {
    return new Judgement(
        account,
        entry.seq(),
        entry.action().id(),
        entry.action().occurredAt(),
        indicator,
        alternative,
        campaign.dayOf(entry.action().occurredAt()),
        period,
        Optional.empty(),
        0,
        Optional.empty(),
        school);
  }

  /** Who belongs where on a day. */
  interface Memberships {

    /** The memberships of an account that hold on a day; empty when it is not on the roster. */
    List<Membership> of(String account, LocalDate day);
  }
}
