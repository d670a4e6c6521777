package cloud.laurel.campaign;

import java.time.Instant;

/**
 * Something that was done to a campaign.
 *
 * @param at when
 * @param kind what
 * @param subject a version's number or a month; empty when it is about the whole
 * @param by the user name of who did it, empty when nobody signed in did
 * @param reason as they gave it, may be empty
 */
public record CampaignEvent(Instant at, Kind kind, String subject, String by, String reason) {

  /** What was done. */
  public enum Kind {
    DRAFTED,
    STARTED,
    VERSION_PUBLISHED,
    MONTH_CLOSED,
    MONTH_REOPENED,
    CLOSED,
    REOPENED,
    PUBLISHED,
    ARCHIVED
  }
}
