package cloud.laurel.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.reference.History.Start;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All rules at once: whatever happens, in whatever order it arrives, the engine says what the
 * {@link ReferenceRules} say. Every run makes up the same histories; {@code -Dlaurel.seed=} begins
 * with another one, such as that of a failure, and {@code -Dlaurel.histories=} says how many.
 */
class RandomHistoriesTest {

  private static final int HISTORIES = Integer.getInteger("laurel.histories", 250);

  private static final long FIRST = Long.getLong("laurel.seed", 20_201_201L);

  @ParameterizedTest
  @EnumSource
  void engineSaysWhatTheReferenceSays(TestDatabase kind) {
    HistoryPlayer player = new HistoryPlayer(kind);
    for (int i = 0; i < HISTORIES; i++) {
      History history = RandomHistory.of(FIRST + i);
      List<String> differences = differences(player, history);
      assertThat(differences)
          .withFailMessage(
              () ->
                  "-Dlaurel.seed=%d on %s\n%s\n%s"
                      .formatted(history.seed(), kind, String.join("\n", differences), history))
          .isEmpty();
    }
  }

  private static List<String> differences(HistoryPlayer player, History history) {
    try {
      player.play(history);
    } catch (RuntimeException e) {
      throw new AssertionError("-Dlaurel.seed=%d\n%s".formatted(history.seed(), history), e);
    }
    Set<String> people = ReferenceRoster.of(history, history.events().size()).people();
    List<String> differences = new ArrayList<>();
    history.events().stream()
        .filter(e -> e instanceof Start)
        .map(e -> ((Start) e).rules().code())
        .forEach(
            campaign -> {
              player.assertInOrder(campaign);
              Set<String> actual = player.lines(campaign, people);
              Set<String> expected = new ReferenceStandings(history, campaign).lines();
              add(differences, campaign + " engine only:    ", actual, expected);
              add(differences, campaign + " reference only: ", expected, actual);
            });
    return differences;
  }

  private static void add(
      List<String> differences, String label, Set<String> these, Set<String> without) {
    Set<String> more = new TreeSet<>(these);
    more.removeAll(without);
    more.forEach(line -> differences.add(label + line));
  }
}
