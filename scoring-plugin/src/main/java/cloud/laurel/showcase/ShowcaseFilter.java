package cloud.laurel.showcase;

import cloud.laurel.input.WordsRule;
import cloud.laurel.showcase.Showcase.State;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases are wanted; what is empty does not matter.
 *
 * @param states where they stand; none for anywhere
 * @param waiting only those about which the bureau has to do something
 * @param campaign internal key of the campaign
 * @param theme its code
 * @param school a school's code, or part of its name
 * @param words all of them in small letters, each to be found in title, summary, text or the
 *     school's name
 */
public record ShowcaseFilter(
    Set<State> states,
    boolean waiting,
    Optional<Integer> campaign,
    String theme,
    String school,
    List<String> words) {

  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 5;

  /** Copies its collections. */
  public ShowcaseFilter {
    states = Set.copyOf(states);
    words = List.copyOf(words);
  }

  /** What everybody may read. */
  public static ShowcaseFilter published() {
    return of(EnumSet.of(State.PUBLISHED));
  }

  /** Cases in some states, in any for none. */
  public static ShowcaseFilter of(Set<State> states) {
    return new ShowcaseFilter(states, false, Optional.empty(), "", "", List.of());
  }

  /** Only those about which the bureau has to do something. */
  public ShowcaseFilter onlyWaiting() {
    return new ShowcaseFilter(states, true, campaign, theme, school, words);
  }

  /** Only those of a campaign; any when empty. */
  public ShowcaseFilter in(Optional<Integer> of) {
    return new ShowcaseFilter(states, waiting, of, theme, school, words);
  }

  /**
   * Only those about a theme, of a school, with some words, as somebody typed them; what is blank
   * does not matter, and of very much only the beginning does.
   */
  public ShowcaseFilter only(String about, String of, String with) {
    return new ShowcaseFilter(
        states,
        waiting,
        campaign,
        begin(about),
        begin(of),
        Arrays.stream(begin(with).toLowerCase(Locale.ROOT).split(" "))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList());
  }

  private static String begin(String typed) {
    String line = WordsRule.line(typed);
    return line.substring(0, Math.min(LONGEST, line.length()));
  }
}
