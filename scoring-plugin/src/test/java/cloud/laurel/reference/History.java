package cloud.laurel.reference;

import cloud.laurel.campaign.Role;
import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that happens to an engine, in order.
 *
 * @param seed what it was made from
 */
record History(long seed, List<Event> events) {

  /** One thing that happens. */
  sealed interface Event {}

  /** Time passes. */
  record Clock(Instant now) implements Event {}

  /** A roster is uploaded that names some schools. */
  record Upload(LocalDate effective, Set<String> named, List<Listed> people) implements Event {}

  /** Somebody on an uploaded roster. */
  record Listed(
      String account,
      List<String> schools,
      Set<Role> roles,
      int grade,
      Optional<Instant> registered,
      Optional<Instant> activated) {}

  /** A batch arrives. */
  record Batch(List<PlatformAction> actions) implements Event {
    @Override
    public String toString() {
      return actions.stream().map(Batch::text).collect(Collectors.joining("\n    ", "Batch ", ""));
    }

    private static String text(PlatformAction a) {
      return a.id()
          + " "
          + a.type()
          + " by "
          + a.actor()
          + a.counterparts()
          + " at "
          + a.occurredAt()
          + a.object().map(o -> " of " + o.id()).orElse("")
          + a.school().map(s -> " in " + s).orElse("")
          + (a.attributes().isEmpty() ? "" : " " + a.attributes());
    }
  }

  /** A campaign is created. */
  record Start(Rulebook rules) implements Event {}

  /** A new version is put on trial. */
  record Propose(Rulebook rules, LocalDate validFrom) implements Event {}

  /** The campaign's trial becomes its newest version. */
  record Publish(String campaign) implements Event {}

  /** An officer closes or reopens a month. */
  record Decide(String campaign, YearMonth month, boolean open) implements Event {}

  /** A correcting entry. */
  record Correct(
      String campaign,
      String account,
      String line,
      String school,
      Instant occurredAt,
      String reference)
      implements Event {}

  /** Everything that waits is done: a late roster's verdicts, a new day's count. */
  record Settle() implements Event {}

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("history from seed " + seed);
    for (int i = 0; i < events.size(); i++) {
      text.append('\n').append(i).append(": ").append(events.get(i));
    }
    return text.toString();
  }
}
