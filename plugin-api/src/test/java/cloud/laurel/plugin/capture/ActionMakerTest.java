package cloud.laurel.plugin.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionMakerTest {

  private static final Instant NOW = Instant.parse("2020-12-01T00:00:00Z");

  @Test
  void partsComeFromArgumentsAndResult() {
    PlatformAction action =
        make(
            hook("args[1]['who']", "result.id", "args[0].title", "result.guests"),
            new Call(
                "anna",
                new Object[] {new Form("第一课"), Map.of("who", "t7")},
                new Lesson(5L, List.of("t2", "t3"))));
    assertThat(action.type()).isEqualTo("lesson.prepared");
    assertThat(action.actor()).isEqualTo("t7");
    assertThat(action.object()).contains(new PlatformAction.ObjectRef("5", Optional.of("第一课")));
    assertThat(action.counterparts()).containsExactly("t2", "t3");
    assertThat(action.attributes()).containsEntry("count", 2L).containsEntry("public", true);
    assertThat(action.occurredAt()).isEqualTo(NOW);
  }

  @Test
  void actorIsTheCallersAccount() {
    PlatformAction action =
        make(hook("principal", "", "", "args"), new Call("anna", new Object[] {"t2"}, LESSON));
    assertThat(action.actor()).isEqualTo("account of anna");
    assertThat(action.object()).isEmpty();
    assertThat(action.counterparts()).containsExactly("t2");
  }

  @Test
  void idsAreUniqueAndOrderedByTime() {
    String first = ActionIds.next(NOW);
    assertThat(ActionIds.next(NOW)).isNotEqualTo(first);
    assertThat(ActionIds.next(NOW.plusMillis(1))).isGreaterThan(first);
  }

  @Test
  void failingExpressionIsCountedAndThrowsNothing() {
    HookedMethod hooked =
        new HookedMethod(
            new ActionMaker(hook("result.nothing", "", "", ""), p -> p),
            new HookBook.Entry("h", "", "d", "m"));
    assertThat(hooked.make(new Call("anna", new Object[0], LESSON), NOW)).isEmpty();
    assertThat(hooked.failures()).isEqualTo(1);
    assertThat(hooked.lastFailure()).contains("nothing");
  }

  @Test
  void nobodySignedInIsNoActor() {
    assertThatThrownBy(
            () -> make(hook("principal", "", "", ""), new Call("", new Object[0], LESSON)))
        .hasMessageContaining("actor");
  }

  private static final Lesson LESSON = new Lesson(1L, List.of());

  private static PlatformAction make(Hook hook, Call call) {
    return new ActionMaker(hook, principal -> "account of " + principal).make(call, NOW);
  }

  private static Hook hook(String actor, String object, String name, String counterparts) {
    return new Hook(
        "h",
        "lesson.prepared",
        actor,
        object,
        name,
        "",
        counterparts,
        Map.of("count", "result.guests.size()", "public", "result.open"));
  }

  /** A record, hidden like many of a platform's own classes. */
  private record Lesson(long id, List<String> guests) {
    public boolean isOpen() {
      return true;
    }
  }

  /** A bean with a getter. */
  public static final class Form {
    private final String title;

    Form(String title) {
      this.title = title;
    }

    public String getTitle() {
      return title;
    }
  }
}
