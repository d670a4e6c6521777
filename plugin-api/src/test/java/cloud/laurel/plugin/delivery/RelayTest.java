package cloud.laurel.plugin.delivery;

import static cloud.laurel.plugin.outbox.Actions.START;
import static cloud.laurel.plugin.outbox.Actions.action;
import static cloud.laurel.plugin.outbox.Actions.actions;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.outbox.OutboxTable;
import cloud.laurel.plugin.outbox.SettingsReader;
import cloud.laurel.plugin.outbox.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayTest {

  private Instant now = START;
  private final Recorder plugin = new Recorder();

  @ParameterizedTest
  @EnumSource
  void deliversInBatchesAndForgets(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 2500);
    Relay relay = relay(database);
    assertThat(relay.deliver()).isEqualTo(1000);
    assertThat(relay.deliver()).isEqualTo(1000);
    assertThat(relay.deliver()).isEqualTo(500);
    assertThat(relay.deliver()).isZero();
    assertThat(plugin.ids).hasSize(2500);
    assertThat(plugin.calls).hasValue(3);
    Backlog left = status(database);
    assertThat(left.waiting() + left.parked()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void workersShareWithoutDoubling(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 20_000);
    Relay relay = relay(database);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> all = threads.invokeAll(Collections.nCopies(4, () -> drain(relay)));
      int claimed = 0;
      for (Future<Integer> one : all) {
        claimed += one.get();
      }
      assertThat(claimed).isEqualTo(20_000);
    } finally {
      threads.shutdownNow();
    }
    assertThat(plugin.ids).hasSize(20_000);
    assertThat(plugin.count).hasValue(20_000);
  }

  @ParameterizedTest
  @EnumSource
  void poisonIsParkedAndBlocksNobody(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 100);
    plugin.poison = Set.of("a3", "a4", "a5");
    Relay relay = relay(database, Map.of("laurel.relay.max-attempts", "3"));
    relay.deliver();
    assertThat(plugin.ids).hasSize(97);
    assertThat(relay.deliver()).isZero();
    for (int i = 0; i < 2; i++) {
      now = now.plus(Duration.ofMinutes(6));
      write(database, List.of(action("good" + i)));
      relay.deliver();
    }
    assertThat(plugin.ids).hasSize(99);
    assertThat(status(database).parked()).isEqualTo(3);
    List<ParkedAction> parked = outbox(database).parked(1, 10);
    assertThat(parked).hasSize(2);
    assertThat(parked.get(0).attempts()).isEqualTo(3);
    assertThat(parked.get(0).error()).contains("poison");
    assertThat(parked.get(0).actor()).isEqualTo("t1");

    plugin.poison = Set.of();
    assertThat(outbox(database).retry("a3")).isTrue();
    assertThat(outbox(database).retry("a3")).isFalse();
    assertThat(outbox(database).retryAll()).isEqualTo(2);
    relay.deliver();
    assertThat(plugin.ids).hasSize(102);
  }

  @ParameterizedTest
  @EnumSource
  void loneFailingActionIsTriedWithGrowingPausesAndParked(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 1);
    plugin.down = true;
    Relay relay = relay(database, Map.of("laurel.relay.max-attempts", "4"));
    for (int second = 0; second < 8; second++) {
      relay.deliver();
      now = now.plusSeconds(1);
    }
    // at 0, 1, 3 and 7 seconds
    assertThat(plugin.calls).hasValue(4);
    assertThat(status(database).parked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void outageOfAMinuteParksNothingAndDoesNotHammer(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 1500);
    plugin.down = true;
    Relay relay = relay(database, Map.of("laurel.relay.max-attempts", "2"));
    for (int tick = 0; tick < 600; tick++) {
      relay.deliver();
      now = now.plusMillis(100);
    }
    assertThat(plugin.calls.get()).isBetween(10, 60);
    assertThat(relay.availability().error()).isPresent();
    assertThat(status(database).waiting()).isEqualTo(1500);
    plugin.down = false;
    now = now.plusSeconds(15);
    assertThat(drain(relay)).isEqualTo(1500);
    assertThat(relay.availability().error()).isEmpty();
    assertThat(plugin.ids).hasSize(1500);
  }

  @ParameterizedTest
  @EnumSource
  void singleActionsOfAQuietOutageAreNotParked(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 1);
    plugin.down = true;
    Relay relay = relay(database, Map.of("laurel.relay.max-attempts", "3"));
    relay.deliver();
    write(database, List.of(action("second")));
    for (int second = 0; second < 300; second++) {
      relay.deliver();
      now = now.plusSeconds(1);
    }
    assertThat(status(database).parked()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void unreadablePayloadIsParkedAtOnce(TestDatabase kind) throws Exception {
    DataSource database = with(kind, 3);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE laurel_outbox SET payload = ? WHERE id = 'a1'")) {
      statement.setString(1, "{\"id\":\"a1\"");
      statement.executeUpdate();
    }
    relay(database).deliver();
    assertThat(plugin.ids).containsExactlyInAnyOrder("a0", "a2");
    assertThat(outbox(database).parked(0, 10)).extracting(ParkedAction::id).containsExactly("a1");
  }

  private DataSource with(TestDatabase kind, int count) throws SQLException {
    DataSource database = kind.fresh();
    write(database, actions(count));
    return database;
  }

  private void write(DataSource database, List<PlatformAction> actions) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      new OutboxTable(List.of("laurel", "other")).insertAll(connection, actions, now);
      connection.commit();
    }
  }

  private Relay relay(DataSource database) {
    return relay(database, Map.of());
  }

  private Relay relay(DataSource database, Map<String, String> settings) {
    return new Relay(
        plugin,
        DeliverySettings.read(SettingsReader.of(settings)),
        () -> database,
        () -> now,
        () -> false);
  }

  private static int drain(Relay relay) throws SQLException {
    int all = 0;
    for (int claimed = relay.deliver(); claimed > 0; claimed = relay.deliver()) {
      all += claimed;
    }
    return all;
  }

  private Backlog status(DataSource database) {
    return outbox(database).status().get(0);
  }

  private Outbox outbox(DataSource database) {
    return new Outbox("laurel", List.of("laurel"), () -> database, Runnable::run, () -> now);
  }

  private static final class Recorder implements ActionPlugin {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Set<String> poison = Set.of();
    private volatile boolean down;

    @Override
    public String name() {
      return "laurel";
    }

    @Override
    public void onActions(List<PlatformAction> batch) {
      calls.incrementAndGet();
      if (down) {
        throw new IllegalStateException("away");
      }
      if (batch.stream().anyMatch(action -> poison.contains(action.id()))) {
        throw new IllegalStateException("poison");
      }
      count.addAndGet(batch.size());
      batch.forEach(action -> ids.add(action.id()));
    }
  }
}
