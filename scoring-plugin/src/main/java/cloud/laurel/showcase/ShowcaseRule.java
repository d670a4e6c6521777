package cloud.laurel.showcase;

import cloud.laurel.input.WordsRule;
import cloud.laurel.plugin.Problem;
import cloud.laurel.showcase.Showcase.Content;
import cloud.laurel.store.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a case may be. Problems are {@code missing}, {@code tooLong}, {@code notALink}, and so on.
 */
final class ShowcaseRule {

  static final int LONGEST_TITLE = 60;
  static final int LONGEST_SUMMARY = 200;
  static final int LONGEST_BODY = 5000;
  static final int LONGEST_LINK = 500;
  static final int LONGEST_ALT = 200;
  static final int MOST_LINKS = 5;

  private ShowcaseRule() {}

  /**
   * Reads what a school has written so far, in which anything may be missing.
   *
   * @param themes codes of those there are
   * @throws InvalidInput with everything that is wrong at once
   */
  static Content read(ShowcaseDraft draft, Collection<String> themes) {
    List<Problem> problems = new ArrayList<>();
    List<String> links = new ArrayList<>();
    for (int i = 0; i < draft.links().size(); i++) {
      String link = within("links-" + i, draft.links().get(i).strip(), LONGEST_LINK, problems);
      if (!link.isEmpty()) {
        require(isLink(link), "links-" + i, "notALink", problems);
        links.add(link);
      }
    }
    require(links.size() <= MOST_LINKS, "links-0", "tooMany", problems);
    String theme = draft.theme().strip();
    require(theme.isEmpty() || themes.contains(theme), "theme", "unknown", problems);
    Content content =
        new Content(
            theme,
            within("title", WordsRule.line(draft.title()), LONGEST_TITLE, problems),
            within("summary", WordsRule.line(draft.summary()), LONGEST_SUMMARY, problems),
            within("body", WordsRule.tidy(draft.body()), LONGEST_BODY, problems),
            links);
    done(problems);
    return content;
  }

  /** What can be seen on a picture, in one line. */
  static String alt(long picture, String raw) {
    List<Problem> problems = new ArrayList<>();
    String alt = within("alt-" + picture, WordsRule.line(raw), LONGEST_ALT, problems);
    done(problems);
    return alt;
  }

  /**
   * Looks whether a case can be handed to the bureau.
   *
   * @param consent whether the school says that guardians agree (个人信息保护法, art. 31)
   * @throws InvalidInput with everything that is missing
   */
  static void requireComplete(Content content, List<Picture> pictures, boolean consent) {
    List<Problem> problems = new ArrayList<>();
    require(!content.title().isEmpty(), "title", "missing", problems);
    require(!content.theme().isEmpty(), "theme", "missing", problems);
    require(!content.summary().isEmpty(), "summary", "missing", problems);
    require(!content.body().isEmpty(), "body", "missing", problems);
    for (Picture picture : pictures) {
      require(!picture.alt().isEmpty(), "alt-" + picture.id(), "missing", problems);
    }
    require(consent, "consent", "missing", problems);
    done(problems);
  }

  /** An address of the web with a host of its own, without a name or a password in it. */
  private static boolean isLink(String link) {
    try {
      URI uri = new URI(link);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getHost().contains(".")
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String within(String field, String text, int longest, List<Problem> problems) {
    require(text.length() <= longest, field, "tooLong", problems);
    return text;
  }

  private static void require(boolean fine, String field, String what, List<Problem> problems) {
    if (!fine) {
      problems.add(new Problem(field, what));
    }
  }

  private static void done(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
