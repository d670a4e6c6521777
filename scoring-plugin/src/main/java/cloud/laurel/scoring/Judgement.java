package cloud.laurel.scoring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * What a campaign makes of an action for one person under one track.
 *
 * @param account whose
 * @param action its place in the journal
 * @param actionId its id
 * @param occurredAt when it happened
 * @param indicator code, empty when none takes its type
 * @param alternative of a participation rule, else 0
 * @param day the campaign's local day
 * @param period what the limit counts in
 * @param place which of the limit's places it holds; empty unless counted
 * @param points what it earned, 0 unless counted
 * @param reason why it does not count; empty when counted, or not yet held against the limit
 * @param school whose award it is (rule R13)
 */
record Judgement(
    String account,
    long action,
    String actionId,
    Instant occurredAt,
    String indicator,
    int alternative,
    LocalDate day,
    String period,
    Optional<Integer> place,
    int points,
    Optional<Reason> reason,
    Optional<String> school) {

  /** Rule R16: the earliest by (occurredAt, id) counts. */
  static final Comparator<Judgement> EARLIEST =
      Comparator.comparing(Judgement::occurredAt).thenComparing(Judgement::actionId);

  /** The row it is. */
  record Key(String account, long action, String indicator, int alternative) {}

  /** The places it competes for. */
  record Group(String account, String indicator, int alternative, String period) {

    /** Its name in 128 bits: an MD5 of the parts, each led by its length. */
    UUID slot(int campaign) {
      String name =
          campaign
              + ":"
              + account.length()
              + ":"
              + account
              + indicator.length()
              + ":"
              + indicator
              + alternative
              + ":"
              + period;
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  Key key() {
    return new Key(account, action, indicator, alternative);
  }

  Group group() {
    return new Group(account, indicator, alternative, period);
  }

  boolean counted() {
    return place.isPresent();
  }

  /** Whether it was refused for lying outside the window. */
  boolean outsideWindow() {
    return reason.equals(Optional.of(Reason.OUTSIDE_WINDOW));
  }

  /** In a few words, for reports. */
  String verdict() {
    return counted()
        ? "COUNTED " + points + school.map(s -> " " + s).orElse("")
        : "REFUSED " + reason.map(Reason::name).orElse("");
  }

  /** Whether only the limit stands between it and counting. */
  boolean eligible() {
    return reason.isEmpty() || reason.get() == Reason.LIMIT_REACHED;
  }

  Judgement refused(Reason why) {
    return new Judgement(
        account,
        action,
        actionId,
        occurredAt,
        indicator,
        alternative,
        day,
        period,
        Optional.empty(),
        0,
        Optional.of(why),
        school);
  }

  Judgement counted(int at, int earned) {
    return new Judgement(
        account,
        action,
        actionId,
        occurredAt,
        indicator,
        alternative,
        day,
        period,
        Optional.of(at),
        earned,
        Optional.empty(),
        school);
  }
}
