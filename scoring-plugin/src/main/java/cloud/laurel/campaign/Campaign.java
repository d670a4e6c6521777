package cloud.laurel.campaign;

import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A campaign with its rules. Texts and window are those of the newest version; which version judges
 * a day, {@link #rulesOn} tells.
 *
 * @param id key of what belongs to the campaign for good
 * @param book key of its judgements and totals
 * @param inForce the book that pages show; another one while these rules are only on trial
 * @param state where it stands
 * @param createdAt when it was created here, or started if it was a draft
 * @param versions of its rules, by number, at least one
 * @param closings officers' decisions on months of the pupils, the newest of each month (rule R5)
 */
public record Campaign(
    int id,
    int book,
    int inForce,
    State state,
    Instant createdAt,
    List<RuleVersion> versions,
    Map<YearMonth, MonthClosing> closings) {

  /** A campaign's life, in this order. */
  public enum State {
    /** Being written: judges nothing, only the bureau sees it. */
    DRAFT,
    /** Judges actions; its rules change only through a new version. */
    RUNNING,
    /** Nothing moves any more. */
    CLOSED,
    /** Closed, and its standings are public. */
    PUBLISHED,
    /** Published, and no longer offered on pages. */
    ARCHIVED;

    /** Whether its numbers no longer move. */
    public boolean isSettled() {
      return compareTo(CLOSED) >= 0;
    }

    /** Whether everybody may read its standings. */
    public boolean isPublic() {
      return compareTo(PUBLISHED) >= 0;
    }
  }

  /**
   * An officer's decision on a month.
   *
   * @param closesAt since when nothing that arrives moves it; empty when it was reopened
   */
  public record MonthClosing(Optional<Instant> closesAt) {}

  /** The newest version of the rules. */
  public RuleVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /** The version that judges the actions of a day: the newest that holds on it (rule R14). */
  public RuleVersion versionOn(LocalDate day) {
    for (int i = versions.size() - 1; i > 0; i--) {
      if (!versions.get(i).validFrom().isAfter(day)) {
        return versions.get(i);
      }
    }
    return versions.get(0);
  }

  /** The rules that judge the actions of a day. */
  public Rules rulesOn(LocalDate day) {
    return versionOn(day).rules();
  }

  /** The version that judges a pupils' month: as a whole, the one of its first scoring day. */
  public RuleVersion versionOf(YearMonth month) {
    return versionOn(month.atDay(1).isBefore(from()) ? from() : month.atDay(1));
  }

  /** The rules that judge a pupils' month. */
  public Rules rulesOf(YearMonth month) {
    return versionOf(month).rules();
  }

  /** The same campaign under one more version, with another book. */
  public Campaign tried(RuleVersion proposal, int otherBook) {
    List<RuleVersion> more = new ArrayList<>(versions);
    more.add(proposal);
    return new Campaign(id, otherBook, inForce, state, createdAt, List.copyOf(more), closings);
  }

  /** Whether its rules are only on trial. */
  public boolean isOnTrial() {
    return book != inForce;
  }

  private Rules rules() {
    return newest().rules();
  }

  /** Unique, used in addresses. */
  public String code() {
    return rules().code();
  }

  /** Full title. */
  public String title() {
    return rules().title();
  }

  /** Who runs it. */
  public String organizer() {
    return rules().organizer();
  }

  /** The announcing document, may be empty. */
  public String document() {
    return rules().document();
  }

  /** Its days and months are those of this zone. */
  public ZoneId zone() {
    return rules().zone();
  }

  /** First scoring day. */
  public LocalDate from() {
    return rules().from();
  }

  /** Last scoring day, inclusive. */
  public LocalDate to() {
    return rules().to();
  }

  /** In order. */
  public List<Phase> phases() {
    return rules().phases();
  }

  /** The newest indicators for administrators and teachers. */
  public List<Indicator> indicators() {
    return rules().indicators();
  }

  /** The newest rules for pupils. */
  public List<Participation> participation() {
    return rules().participation();
  }

  /** What is awarded at the end. */
  public List<Honour> honours() {
    return rules().honours();
  }

  /** Whether an action at this instant lies in the scoring window. */
  public boolean covers(Instant instant) {
    LocalDate day = dayOf(instant);
    return !day.isBefore(from()) && !day.isAfter(to());
  }

  /** The local day of an instant (rule R2). */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone()).toLocalDate();
  }

  /** First instant of the scoring window. */
  public Instant opensAt() {
    return from().atStartOfDay(zone()).toInstant();
  }

  /** First instant after the scoring window. */
  public Instant endsBefore() {
    return to().plusDays(1).atStartOfDay(zone()).toInstant();
  }

  /** First instant that was in the window under any version. */
  public Instant everOpenedAt() {
    return versions.stream()
        .map(v -> v.rules().from())
        .min(Comparator.naturalOrder())
        .orElseThrow()
        .atStartOfDay(zone())
        .toInstant();
  }

  /** First instant after the window under every version. */
  public Instant everEndsBefore() {
    return versions.stream()
        .map(v -> v.rules().to())
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .plusDays(1)
        .atStartOfDay(zone())
        .toInstant();
  }

  /** Its months that have begun by {@code today}, oldest first (rule R6). */
  public List<YearMonth> monthsBegun(LocalDate today) {
    YearMonth last = YearMonth.from(today.isBefore(to()) ? today : to());
    if (today.isBefore(from())) {
      return List.of();
    }
    return Stream.iterate(YearMonth.from(from()), m -> !m.isAfter(last), m -> m.plusMonths(1))
        .toList();
  }

  /** The day whose roster the means divide by: the last scoring day, or today if earlier (R6). */
  public LocalDate referenceDay(LocalDate today) {
    return today.isBefore(to()) ? today : to();
  }

  /** The day whose roster is a month's denominator: its last, in the running month today (R5). */
  public LocalDate referenceDay(YearMonth month, LocalDate today) {
    return today.isBefore(month.atEndOfMonth()) ? today : month.atEndOfMonth();
  }
}
