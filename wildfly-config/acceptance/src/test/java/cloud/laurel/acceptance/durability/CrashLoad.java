package cloud.laurel.acceptance.durability;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 20,000 actions of 50 teachers. Teacher {@code k} has 400 of them on {@code d(k) = k % 25 + 1}
 * days, and on each day at least four of each type; so each day earns 3 (lesson) + 1 (resource) + 1
 * (notice) + 2 (homework) = 7 points, and the teacher {@code 7 d(k)}.
 */
final class CrashLoad {

  static final int TEACHERS = 50;
  static final int ACTIONS = 20_000;

  private static final int CLIENTS = 4;
  private static final int BATCH = 250;
  private static final int POINTS_A_DAY = 7;
  private static final List<String> TYPES =
      List.of("lesson.prepared", "resource.uploaded", "notice.published", "homework.assigned");

  private final List<List<JsonObject>> batches = new ArrayList<>();
  private final Set<Integer> answered = ConcurrentHashMap.newKeySet();

  CrashLoad() {
    List<JsonObject> actions = new ArrayList<>();
    for (int number = 0; number < ACTIONS / TEACHERS; number++) {
      for (int teacher = 0; teacher < TEACHERS; teacher++) {
        actions.add(action(teacher, number));
      }
    }
    for (int i = 0; i < ACTIONS; i += BATCH) {
      batches.add(actions.subList(i, i + BATCH));
    }
  }

  private static JsonObject action(int teacher, int number) {
    int days = days(teacher);
    String type = TYPES.get(number / days % TYPES.size());
    String time =
        "2022-09-%02dT%02d:%02d:00+08:00".formatted(number % days + 1, teacher % 24, number % 60);
    return TestAction.of("cr-" + teacher + "-" + number, type, account(teacher), time);
  }

  private static int days(int teacher) {
    return teacher % 25 + 1;
  }

  private static String account(int teacher) {
    return "CR-T%02d".formatted(teacher);
  }

  /** The teachers' school, beside the demo's. */
  static TestRosters roster() {
    TestRosters roster = TestRosters.demoSchool().school("CR-S", "坚固小学");
    for (int teacher = 0; teacher < TEACHERS; teacher++) {
      roster.teacher("CR-S", account(teacher), "cr-t" + teacher);
    }
    return roster;
  }

  /** Sends from several clients and kills the server when half is answered. */
  void sendHalfAndKill(TestServer server) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean killed = new AtomicBoolean();
    List<Thread> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (int b = next.getAndIncrement();
                              b < batches.size() && send(server, b);
                              b = next.getAndIncrement()) {
                            if (answered.size() >= batches.size() / 2
                                && killed.compareAndSet(false, true)) {
                              server.kill();
                            }
                          }
                        }))
            .toList();
    clients.forEach(Thread::start);
    for (Thread client : clients) {
      client.join();
    }
  }

  private boolean send(TestServer server, int batch) {
    try {
      String body = TestAction.body(batches.get(batch));
      boolean taken = server.api().post("platform", "actions", body).status() == 202;
      if (taken) {
        answered.add(batch);
      }
      return taken;
    } catch (java.io.UncheckedIOException e) {
      // it was killed: the caller cannot know whether this batch was taken
      return false;
    }
  }

  /** Sends again what was not answered. */
  void resend(TestServer server) {
    for (int batch = 0; batch < batches.size(); batch++) {
      if (!answered.contains(batch)) {
        Answer answer =
            server.api().post("platform", "actions", TestAction.body(batches.get(batch)));
        if (answer.status() != 202) {
          throw new AssertionError("a batch was not taken: " + answer);
        }
      }
    }
  }

  int batches() {
    return batches.size();
  }

  int answered() {
    return answered.size();
  }

  List<String> ids() {
    return batches.stream().flatMap(List::stream).map(action -> action.getString("id")).toList();
  }

  /** Points by account. */
  static Map<String, Integer> expected() {
    return IntStream.range(0, TEACHERS)
        .boxed()
        .collect(Collectors.toMap(CrashLoad::account, teacher -> POINTS_A_DAY * days(teacher)));
  }
}
