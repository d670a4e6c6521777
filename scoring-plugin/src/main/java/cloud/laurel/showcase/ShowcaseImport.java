package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.input.Upload;
import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.showcase.ShowcaseEvent.What;
import cloud.laurel.store.Database;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes cases of a campaign over from elsewhere, with the times at which things happened there:
 * {@code {campaign, cases: [{school, account, theme, title, summary, body, links, pictures: [{alt,
 * content}], events: [{at, what, words}]}]}}. Pictures come in Base64 and are drawn anew like all
 * others. An event says what happened ({@link What}); those of the bureau name their officer as
 * {@code officer}.
 */
public class ShowcaseImport {

  private final Database database;
  private final CampaignService campaigns;
  private final ShowcaseRepository showcases = new ShowcaseRepository();
  private final ShowcaseEventRepository events = new ShowcaseEventRepository();
  private final PictureRepository pictures = new PictureRepository();

  /** One for a database. */
  public ShowcaseImport(Database database, CampaignService campaigns) {
    this.database = database;
    this.campaigns = campaigns;
  }

  /**
   * Takes everything over, or nothing.
   *
   * @throws IllegalArgumentException when there is no such campaign, or a case comes twice
   * @throws cloud.laurel.store.InvalidInput when something is not in order
   * @throws cloud.laurel.input.FileRefused when a picture cannot be taken
   */
  public void take(JsonObject file) {
    Campaign campaign =
        campaigns
            .find(file.getString("campaign"))
            .orElseThrow(() -> new IllegalArgumentException("campaign: does not exist"));
    database.useTransaction(
        tx -> {
          List<String> themes = showcases.themes(tx);
          for (JsonObject one : file.getJsonArray("cases").getValuesAs(JsonObject.class)) {
            take(tx, campaign, one, themes);
          }
        });
  }

  private void take(Handle tx, Campaign campaign, JsonObject one, List<String> themes) {
    String school = one.getString("school");
    ShowcaseDraft draft =
        new ShowcaseDraft(
            one.getString("theme"),
            one.getString("title"),
            one.getString("summary"),
            one.getString("body"),
            one.getJsonArray("links").getValuesAs(JsonString::getString));
    String name = campaign.code() + " " + school + " " + draft.title();
    UUID slip = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    long id =
        showcases
            .insert(tx, slip.toString(), campaign.id(), school)
            .orElseThrow(() -> new IllegalArgumentException("cases: name one twice"));
    showcases.touch(tx, id, 0);
    showcases.write(tx, id, ShowcaseRule.read(draft, themes));
    for (JsonObject picture : one.getJsonArray("pictures").getValuesAs(JsonObject.class)) {
      byte[] content = Base64.getDecoder().decode(picture.getString("content"));
      String alt = ShowcaseRule.alt(0, picture.getString("alt"));
      pictures.add(tx, id, new Upload("picture", content).picture(), alt);
    }
    for (JsonObject event : one.getJsonArray("events").getValuesAs(JsonObject.class)) {
      happened(tx, id, one.getString("account"), event);
    }
  }

  private void happened(Handle tx, long id, String account, JsonObject event) {
    What what = What.valueOf(event.getString("what"));
    Instant at = OffsetDateTime.parse(event.getString("at")).toInstant();
    boolean bureau = event.containsKey("officer");
    String actor = event.getString("officer", account);
    events.add(tx, id, at, what, bureau, actor, event.getString("words", ""));
    switch (what) {
      case SUBMITTED -> showcases.submit(tx, id, at);
      case PUBLISHED -> showcases.publish(tx, id, at);
      case RETURNED, WITHDRAWN -> showcases.state(tx, id, State.valueOf(what.name()));
      case WITHDRAWAL_ASKED -> showcases.askWithdrawal(tx, id);
      default -> {
        // nothing that moves it
      }
    }
  }
}
