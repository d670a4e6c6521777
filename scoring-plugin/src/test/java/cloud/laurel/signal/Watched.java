package cloud.laurel.signal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign under watch: two schools with twelve teachers each, and what they did. */
final class Watched {

  /** A Monday of the campaign's first weeks. */
  static final LocalDate MONDAY = LocalDate.parse("2020-12-07");

  final TestEngine engine;
  final Campaign campaign;
  private final List<PlatformAction> actions = new ArrayList<>();
  private int ids;

  /** The clock stands at an instant. */
  Watched(TestDatabase kind, String now) {
    engine =
        new TestEngine(kind, now)
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", names("a"))
                    .teachers("s2", names("b")),
                "2020-09-01");
    campaign = engine.campaign();
  }

  private static String[] names(String prefix) {
    String[] names = new String[12];
    for (int i = 0; i < names.length; i++) {
      names[i] = "%s%02d".formatted(prefix, i + 1);
    }
    return names;
  }

  /** Somebody does something at a local time. */
  String act(String type, String account, LocalDate day, String time, String... counterparts) {
    return act(type, account, day, time, "", Map.of(), counterparts);
  }

  /** The same with an object, empty for none, and attributes. */
  String act(
      String type,
      String account,
      LocalDate day,
      String time,
      String object,
      Map<String, Object> attributes,
      String... counterparts) {
    String id = "x%05d".formatted(++ids);
    actions.add(
        new PlatformAction(
            id,
            type,
            account,
            LocalDateTime.parse(day + "T" + time).atZone(campaign.zone()).toInstant(),
            Optional.empty(),
            object.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectRef(object, Optional.of("Object " + object))),
            List.of(counterparts),
            attributes));
    return id;
  }

  /** Takes in what was done and looks for signals of a kind. */
  List<Signal> look(Kind kind) {
    arrive();
    service().watch(campaign);
    return signals(kind);
  }

  /** Takes in what was done. */
  void arrive() {
    for (int from = 0; from < actions.size(); from += 500) {
      engine.accept(
          actions
              .subList(from, Math.min(actions.size(), from + 500))
              .toArray(PlatformAction[]::new));
    }
    actions.clear();
  }

  /** The signals of a kind, the most severe first, with their history. */
  List<Signal> signals(Kind kind) {
    SignalFilter filter =
        new SignalFilter(
            Optional.of(kind), Optional.empty(), "", SignalFilter.Column.SEVERITY, true);
    return service().page(campaign, filter, 0, 50).rows().stream()
        .map(signal -> service().find(signal.id()).orElseThrow())
        .toList();
  }

  SignalService service() {
    return engine.engine.signals();
  }
}
