package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.Attachment;
import cloud.laurel.web.Campaigns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appeal as HTTP spells it. */
public record AppealJson(
    long id,
    String kind,
    String state,
    String account,
    String name,
    String filer,
    @Nullable String school,
    @Nullable String action,
    @Nullable String indicator,
    String day,
    String filedAt,
    String answerBy,
    boolean overdue,
    int version,
    @Nullable Long points) {

  static AppealJson of(Campaign campaign, Appeal appeal, String name, boolean overdue) {
    return new AppealJson(
        appeal.id(),
        appeal.kind().name(),
        appeal.state().name(),
        appeal.account(),
        name,
        appeal.filer(),
        appeal.school().orElse(null),
        appeal.action().orElse(null),
        appeal.indicator().isEmpty() ? null : appeal.indicator(),
        appeal.day().toString(),
        Campaigns.time(campaign, appeal.filedAt()),
        appeal.answerBy().toString(),
        overdue,
        appeal.version(),
        appeal.points().orElse(null));
  }

  /** A page of appeals. */
  public record Page(long total, int offset, int size, List<AppealJson> rows) {}

  /** One with its evidence; {@code effects} say what granting would do. */
  public record Unfolded(AppealJson appeal, List<EventJson> history, List<Effect> effects) {

    static Unfolded of(AppealCase found, boolean overdue) {
      return new Unfolded(
          AppealJson.of(found.campaign(), found.appeal(), found.name(), overdue),
          found.history().stream().map(e -> EventJson.of(found.campaign(), e)).toList(),
          found.effects());
    }
  }

  /** Something that happened. */
  public record EventJson(
      String at, String what, boolean bureau, String actor, String words, List<Attachment> files) {

    static EventJson of(Campaign campaign, AppealEvent event) {
      return new EventJson(
          Campaigns.time(campaign, event.at()),
          event.what().name(),
          event.bureau(),
          event.actor(),
          event.words(),
          event.attachments());
    }
  }
}
