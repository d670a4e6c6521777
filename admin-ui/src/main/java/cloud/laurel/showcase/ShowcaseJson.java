package cloud.laurel.showcase;

import java.util.List;

/**
 * A published case as everybody may have it.
 *
 * @param theme its code
 * @param school name of the school
 * @param campaign code of the campaign
 * @param text its paragraphs
 */
public record ShowcaseJson(
    long id,
    String title,
    String theme,
    String school,
    String campaign,
    String summary,
    List<String> text,
    List<PictureJson> pictures,
    List<String> links) {

  /** A page of cases, the newest first. */
  public record PageJson(int page, int pages, long total, List<CardJson> cases) {}

  /**
   * A case in a list.
   *
   * @param pictures the first one only, none without any
   */
  public record CardJson(
      long id,
      String title,
      String theme,
      String school,
      String campaign,
      String summary,
      List<PictureJson> pictures) {}

  /** A picture, with the addresses of the whole and of a small one. */
  public record PictureJson(String address, String thumbnail, String alt, int width, int height) {

    static PictureJson of(Picture picture, String path) {
      return new PictureJson(
          ShowcaseSheet.addressOf(path, picture, false),
          ShowcaseSheet.addressOf(path, picture, true),
          picture.alt(),
          picture.width(),
          picture.height());
    }
  }
}
