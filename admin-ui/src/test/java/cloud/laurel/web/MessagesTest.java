package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.ConditionProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final Path BUNDLES = Path.of("src/main/resources/cloud/laurel/web");
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern KEY =
      Pattern.compile("text\\.of\\('([A-Za-z0-9.-]*[A-Za-z0-9])'[,)]");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|#\\{[^}]*}", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}|\\p{IsHan}");
  private static final Pattern SPOKEN =
      Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"#]*)\"");
  private static final Pattern INLINE = Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script>");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(new TreeSet<>(read("messages_en.properties").keySet()))
        .isEqualTo(new TreeSet<>(read("messages.properties").keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_en.properties"})
  void noKeyIsSaidTwice(String bundle) throws IOException {
    List<String> keys =
        Files.readAllLines(BUNDLES.resolve(bundle)).stream()
            .filter(line -> line.matches("[\\w.-]+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void bothLanguagesTakeTheSameValues() {
    Properties english = read("messages_en.properties");
    read("messages.properties")
        .forEach(
            (key, chinese) ->
                assertThat(placeholders((String) english.get(key)))
                    .as((String) key)
                    .isEqualTo(placeholders((String) chinese)));
  }

  @Test
  void everyRefusalAndItsRemedyHaveWords() {
    assertThat(read("messages.properties").keySet().stream().map(String.class::cast))
        .contains(
            Stream.of(
                    "NO_INDICATOR",
                    "UNKNOWN_ACCOUNT",
                    "WRONG_ROLE",
                    "OUTSIDE_WINDOW",
                    "LIMIT_REACHED",
                    "CONDITION_FAILED",
                    "WITHDRAWN",
                    "MONTH_CLOSED")
                .flatMap(reason -> Stream.of("reason." + reason, "reason.hint." + reason))
                .toArray(String[]::new));
  }

  @Test
  void everyProblemOfAConditionHasWords() {
    assertThat(read("messages.properties").keySet().stream().map(String.class::cast))
        .contains(
            Stream.of(ConditionProblem.Kind.values())
                .map(ConditionProblem.Kind::id)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesTakeTheirWordsFromTheBundle(Path page) throws IOException {
    String source = Files.readString(page);
    assertThat(WORDS.matcher(MARKUP.matcher(source).replaceAll(" ")).results().toList())
        .as("words in %s", page)
        .isEmpty();
    assertThat(SPOKEN.matcher(source).results().map(r -> r.group(1)).filter(s -> !s.isBlank()))
        .as("attributes that are read out in %s", page)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keysOfPagesAreThere(Path page) throws IOException {
    Matcher keys = KEY.matcher(Files.readString(page));
    Properties bundle = read("messages.properties");
    while (keys.find()) {
      assertThat(bundle.containsKey(keys.group(1))).as(keys.group(1)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesHoldNoInlineStyleOrScript(Path page) throws IOException {
    assertThat(Files.readString(page)).doesNotContainPattern(INLINE);
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{\\d}").matcher(text).results().map(r -> r.group()).sorted().toList();
  }

  private static Properties read(String name) {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }
}
