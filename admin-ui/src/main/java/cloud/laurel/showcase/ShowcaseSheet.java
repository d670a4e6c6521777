package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A case as it is read: what the public page shows, and nothing else.
 *
 * @param theme in words, empty only in a draft
 * @param school its name
 * @param schoolLink query string of the school's other cases
 * @param campaign its title
 */
public record ShowcaseSheet(
    String title,
    String theme,
    String summary,
    List<String> paragraphs,
    List<PictureRow> pictures,
    List<LinkRow> links,
    String school,
    String schoolLink,
    String campaign) {

  /**
   * A picture with its addresses.
   *
   * @param number its place among them, from 1
   */
  public record PictureRow(
      long id, int number, String alt, String link, String thumbnail, int width, int height) {

    static PictureRow of(Picture picture, int number, String path) {
      String link = addressOf(path, picture, false);
      return new PictureRow(
          picture.id(),
          number,
          picture.alt(),
          link,
          addressOf(path, picture, true),
          picture.width(),
          picture.height());
    }
  }

  /** An address of more, with its host to be shown. */
  public record LinkRow(String address, String host) {

    static LinkRow of(String address) {
      return new LinkRow(address, URI.create(address).getHost());
    }
  }

  /**
   * As a page shows it.
   *
   * @param path of the servlet that hands out pictures to this reader
   */
  static ShowcaseSheet of(
      Showcase showcase,
      List<Picture> pictures,
      Campaign campaign,
      String schoolName,
      String path,
      Texts text) {
    Showcase.Content content = showcase.content();
    return new ShowcaseSheet(
        content.title(),
        theme(content.theme(), text),
        content.summary(),
        content.body().lines().filter(line -> !line.isBlank()).toList(),
        rows(pictures, path),
        content.links().stream().map(LinkRow::of).toList(),
        schoolName,
        "?school=" + URLEncoder.encode(showcase.school(), StandardCharsets.UTF_8),
        campaign.title());
  }

  static List<PictureRow> rows(List<Picture> pictures, String path) {
    return pictures.stream()
        .map(picture -> PictureRow.of(picture, pictures.indexOf(picture) + 1, path))
        .toList();
  }

  /** A theme in words; empty for none. */
  static String theme(String code, Texts text) {
    return code.isEmpty() ? "" : text.ofCode("showcase.theme.", code);
  }

  /** The address of a picture. */
  static String addressOf(String path, Picture picture, boolean small) {
    return path + "?id=" + picture.id() + (small ? "&size=small" : "");
  }
}
