package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The stretch of a campaign that detectors look at. Pupils are never looked at one by one, so only
 * the indicators of teachers and administrators are in it.
 *
 * @param first first local day
 * @param last last local day
 * @param since where in the journal this stretch begins
 */
record Lookback(Campaign campaign, LocalDate first, LocalDate last, long since) {

  /** Five weeks: long enough for a habit, short enough to be read in a night. */
  private static final int DAYS = 35;

  /** Judgements of somebody's own actions: who was merely invited did nothing. */
  static final String OWN =
      " judgement g JOIN action_journal j ON j.seq = g.action AND j.actor = g.account ";

  /** The judgements in sight, counted or not. */
  static final String IN_SIGHT =
      " g.book = :book AND g.indicator = ANY(:indicators) AND g.action >= :since"
          + " AND g.local_day BETWEEN :first AND :last ";

  /** The judgements in sight that counted. */
  static final String COUNTED = IN_SIGHT + " AND g.place IS NOT NULL ";

  /** Up to a day; empty before the campaign's first one. */
  static Optional<Lookback> until(Handle tx, Campaign campaign, LocalDate today) {
    LocalDate last = today.isBefore(campaign.to()) ? today : campaign.to();
    if (last.isBefore(campaign.from())) {
      return Optional.empty();
    }
    LocalDate first = last.minusDays(DAYS - 1L);
    first = first.isBefore(campaign.from()) ? campaign.from() : first;
    long since = arrivedFrom(tx, first.atStartOfDay(campaign.zone()).toInstant());
    return Optional.of(new Lookback(campaign, first, last, since));
  }

  /**
   * Where in the journal what arrived from then on begins: nothing arrives before it happens, and
   * the journal is numbered by arrival, so that a stretch of it can be read by its key alone.
   */
  private static long arrivedFrom(Handle tx, Instant start) {
    long low = 0;
    long high =
        tx.createQuery("SELECT coalesce(max(seq), 0) + 1 FROM action_journal")
            .mapTo(Long.class)
            .one();
    while (low < high) {
      long middle = low + (high - low) / 2;
      boolean earlier =
          tx.createQuery(
                  "SELECT received_at FROM action_journal WHERE seq >= :seq ORDER BY seq LIMIT 1")
              .bind("seq", middle)
              .mapTo(OffsetDateTime.class)
              .findOne()
              .filter(at -> at.toInstant().isBefore(start))
              .isPresent();
      if (earlier) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A query on judgements in sight, of every indicator. */
  Query query(Handle tx, String sql) {
    return query(tx, sql, indicator -> true);
  }

  /** A query on judgements in sight, of some indicators. */
  Query query(Handle tx, String sql, Predicate<Indicator> indicators) {
    return tx.createQuery(sql)
        .bind("book", campaign.book())
        .bindArray("indicators", String.class, indicators(indicators))
        .bind("since", since)
        .bind("first", first)
        .bind("last", last);
  }

  /** The codes of some indicators, of every version of the rules. */
  List<String> indicators(Predicate<Indicator> which) {
    return campaign.versions().stream()
        .flatMap(version -> version.rules().indicators().stream())
        .filter(which)
        .map(Indicator::code)
        .distinct()
        .toList();
  }
}
