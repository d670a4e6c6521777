package cloud.laurel.reference;

import cloud.laurel.reference.History.Clock;
import cloud.laurel.reference.History.Decide;
import cloud.laurel.reference.History.Event;
import cloud.laurel.reference.History.Propose;
import cloud.laurel.reference.History.Publish;
import cloud.laurel.reference.History.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a history says about one campaign.
 *
 * @param start number of the event that created it
 * @param createdAt when that was
 * @param versions of its rules that were published, oldest first
 */
record ReferenceCampaign(
    History history, String code, int start, Instant createdAt, List<Version> versions) {

  /**
   * A version of its rules.
   *
   * @param proposed number of the event that put it on trial, or created the campaign
   */
  record Version(LocalDate validFrom, Rulebook rules, int proposed) {}

  static ReferenceCampaign of(History history, String code) {
    List<Version> versions = new ArrayList<>();
    Optional<Version> proposal = Optional.empty();
    Instant now = Instant.EPOCH;
    Instant createdAt = Instant.EPOCH;
    for (int i = 0; i < history.events().size(); i++) {
      Event event = history.events().get(i);
      if (event instanceof Clock clock) {
        now = clock.now();
      } else if (event instanceof Start s && s.rules().code().equals(code)) {
        versions.add(new Version(s.rules().from(), s.rules(), i));
        createdAt = now;
      } else if (event instanceof Propose p && p.rules().code().equals(code)) {
        proposal = Optional.of(new Version(p.validFrom(), p.rules(), i));
      } else if (event instanceof Publish p && p.campaign().equals(code)) {
        versions.add(proposal.orElseThrow());
      }
    }
    return new ReferenceCampaign(
        history, code, versions.get(0).proposed(), createdAt, List.copyOf(versions));
  }

  /** As far as its versions were proposed when an event happened. */
  ReferenceCampaign before(int event) {
    return new ReferenceCampaign(
        history,
        code,
        start,
        createdAt,
        versions.stream().filter(v -> v == versions.get(0) || v.proposed() < event).toList());
  }

  Rulebook newest() {
    return versions.get(versions.size() - 1).rules();
  }

  /** Rule R14: the newest version that holds on the day. */
  Rulebook rulesOn(LocalDate day) {
    Rulebook rules = versions.get(0).rules();
    for (Version version : versions) {
      if (!version.validFrom().isAfter(day)) {
        rules = version.rules();
      }
    }
    return rules;
  }

  /** Rules R5, R14: a month of the pupils is judged as a whole, by its first scoring day. */
  Rulebook rulesOf(YearMonth month) {
    LocalDate first = month.atDay(1);
    return rulesOn(first.isBefore(newest().from()) ? newest().from() : first);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(newest().zone()).toLocalDate();
  }

  boolean inWindow(LocalDate day) {
    return covers(newest(), day);
  }

  boolean inAnyWindow(LocalDate day) {
    return versions.stream().anyMatch(v -> covers(v.rules(), day));
  }

  private static boolean covers(Rulebook rules, LocalDate day) {
    return !day.isBefore(rules.from()) && !day.isAfter(rules.to());
  }

  LocalDate today() {
    Instant now = Instant.EPOCH;
    for (Event event : history.events()) {
      if (event instanceof Clock clock) {
        now = clock.now();
      }
    }
    return dayOf(now);
  }

  /** Its months that have begun (rule R6). */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    LocalDate last = today().isBefore(newest().to()) ? today() : newest().to();
    for (LocalDate day = newest().from(); !day.isAfter(last); day = day.plusDays(1)) {
      if (!months.contains(YearMonth.from(day))) {
        months.add(YearMonth.from(day));
      }
    }
    return months;
  }

  /** Rule R5: number of the event with which the month stopped moving; empty while it moves. */
  Optional<Integer> closed(YearMonth month) {
    boolean overAtCreation = dayOf(createdAt).isAfter(month.atEndOfMonth());
    boolean decided = false;
    Optional<Integer> closed = Optional.empty();
    for (int i = start; i < history.events().size(); i++) {
      Event event = history.events().get(i);
      if (event instanceof Decide d && d.campaign().equals(code) && d.month().equals(month)) {
        decided = true;
        closed = d.open() ? Optional.empty() : closed.or(at(i));
      } else if (event instanceof Clock clock && !decided && !overAtCreation) {
        boolean due = dayOf(clock.now()).isAfter(month.atEndOfMonth().plusDays(10));
        closed = due ? closed.or(at(i)) : closed;
      }
    }
    return closed;
  }

  private static java.util.function.Supplier<Optional<Integer>> at(int event) {
    return () -> Optional.of(event);
  }
}
