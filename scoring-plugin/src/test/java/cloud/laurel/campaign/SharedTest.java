package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.engine.TestEngine;
import cloud.laurel.store.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTest {

  private final TestEngine engine = new TestEngine(TestDatabase.H2, "2020-12-20T00:00:00Z");
  private final Campaign campaign = engine.campaign();
  private final Shared<Integer> shared = new Shared<>();
  private final AtomicInteger readings = new AtomicInteger();

  private int get(Campaign of) {
    return shared.get(of, readings::incrementAndGet);
  }

  @Test
  void whoComesMeanwhileSharesTheReading() {
    assertThat(get(campaign)).isEqualTo(1);
    assertThat(get(campaign)).isEqualTo(1);
  }

  @Test
  void aCampaignThatHasChangedIsReadAnew() {
    get(campaign);
    Campaign closed = engine.engine.campaigns().close(campaign.code(), "officer", "");
    assertThat(get(closed)).isEqualTo(2);
  }

  @Test
  void nothingIsReadAgainBeforeItIsDue() {
    get(campaign);
    shared.keep();
    assertThat(readings).hasValue(1);
  }

  @Test
  void whatIsForgottenIsReadAnew() {
    get(campaign);
    shared.forget();
    assertThat(get(campaign)).isEqualTo(2);
  }
}
