package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A case in a list.
 *
 * @param theme in words, empty only in a draft
 * @param campaign title of its campaign
 * @param state in small letters, {@code asked} for what is published and shall be withdrawn
 * @param submittedAt empty while it never was
 * @param thumbnail address of its first picture, empty without any
 * @param alt what can be seen on it
 */
public record ShowcaseRow(
    long id,
    String title,
    String summary,
    String school,
    String theme,
    String campaign,
    String state,
    String submittedAt,
    String thumbnail,
    String alt) {

  /**
   * As pages show them.
   *
   * @param campaigns all there are
   * @param path of the servlet that hands out pictures to this reader
   */
  static List<ShowcaseRow> of(
      List<ShowcasePage.Row> rows, List<Campaign> campaigns, String path, Texts text) {
    Map<Integer, Campaign> byId =
        campaigns.stream().collect(Collectors.toMap(Campaign::id, campaign -> campaign));
    return rows.stream().map(row -> of(row, byId.get(row.campaign()), path, text)).toList();
  }

  private static ShowcaseRow of(ShowcasePage.Row row, Campaign campaign, String path, Texts text) {
    return new ShowcaseRow(
        row.id(),
        row.title(),
        row.summary(),
        row.schoolName(),
        ShowcaseSheet.theme(row.theme(), text),
        campaign.title(),
        row.withdrawalAsked() ? QueueQuery.ASKED : QueueQuery.nameOf(row.state()),
        row.submittedAt().map(at -> text.time(at, campaign.zone())).orElse(""),
        row.cover().map(cover -> ShowcaseSheet.addressOf(path, cover, true)).orElse(""),
        row.cover().map(Picture::alt).orElse(""));
  }
}
