package cloud.laurel.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that pages can be asked to say has words in both languages. */
class AnnouncementTextsTest {

  @Test
  void everyReasonStateAndEventHasWords() {
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      Texts texts = Texts.in(language);
      assertThat(
              Stream.of(
                      keys("announce.why.", Why.values()),
                      keys("announce.state.", Announcement.State.values()),
                      keys("announce.afterwards.", Announcement.Afterwards.values()),
                      keys("announce.event.", AnnouncementEvent.What.values()),
                      keys("objection.state.", Objection.State.values()))
                  .flatMap(one -> one))
          .allMatch(texts::has);
    }
  }

  private static Stream<String> keys(String prefix, Enum<?>[] all) {
    return Stream.of(all).map(one -> prefix + one.name());
  }
}
