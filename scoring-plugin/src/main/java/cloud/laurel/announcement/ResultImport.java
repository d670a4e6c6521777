package cloud.laurel.announcement;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.selection.HonourSelection;
import cloud.laurel.selection.Scheme;
import cloud.laurel.selection.Selection.State;
import cloud.laurel.selection.SelectionService;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes over how a closed campaign was decided elsewhere: {@code {campaign, title, reason,
 * submittedBy, confirmedBy, honours: [{code, places, tied: [..]}]}}. Places take the place of the
 * campaign's own; of a tie across the cut those named get one. The lists are confirmed and
 * published with the reason. It goes on where an interrupted import stopped.
 */
public class ResultImport {

  private final CampaignService campaigns;
  private final SelectionService selections;
  private final AnnouncementService announcements;

  /** One for a database. */
  public ResultImport(
      CampaignService campaigns, SelectionService selections, AnnouncementService announcements) {
    this.campaigns = campaigns;
    this.selections = selections;
    this.announcements = announcements;
  }

  /**
   * Takes one campaign's result.
   *
   * @throws IllegalArgumentException when there is no such campaign
   * @throws cloud.laurel.selection.SelectionRefused when it cannot be decided so
   */
  public void take(JsonObject file) {
    Campaign campaign =
        campaigns
            .find(file.getString("campaign"))
            .orElseThrow(() -> new IllegalArgumentException("campaign: does not exist"));
    String reason = file.getString("reason");
    String officer = file.getString("submittedBy");
    if (selections.of(campaign).state() == State.DECIDING) {
      for (JsonObject honour : file.getJsonArray("honours").getValuesAs(JsonObject.class)) {
        decide(campaign, honour, officer, reason);
      }
      selections.submit(campaign, selections.of(campaign).version(), officer);
    }
    if (selections.of(campaign).state() == State.SUBMITTED) {
      selections.confirm(
          campaign, selections.of(campaign).version(), file.getString("confirmedBy"));
    }
    if (announcements.of(campaign).isEmpty()) {
      String hash = announcements.confirmed(campaign).orElseThrow().hash();
      announcements.publish(campaign, hash, file.getString("title"), reason, officer);
    }
  }

  private void decide(Campaign campaign, JsonObject honour, String officer, String reason) {
    String code = honour.getString("code");
    selections.scheme(campaign, code, Scheme.of(honour.getInt("places")), officer, reason);
    HonourSelection selection = selections.honour(campaign, code).orElseThrow();
    if (!selection.tied().isEmpty()) {
      Set<String> named =
          honour.getJsonArray("tied").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .collect(Collectors.toSet());
      selections.decideTie(campaign, code, named, officer, reason);
    }
  }
}
