package cloud.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.certificate.CertificatePress;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.standing.LedgerPage;
import cloud.laurel.standing.PersonStanding;
import cloud.laurel.standing.SchoolDetail;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole engine on an empty database, with short ways to say what a test means. */
public final class TestEngine {

  public final TestClock clock;
  public final Engine engine;
  private final AtomicInteger ids = new AtomicInteger();

  /** An engine whose clock stands at an instant. */
  public TestEngine(TestDatabase kind, String now) {
    this(kind.fresh(), now);
  }

  /** One on a database that the test already has. */
  public TestEngine(Database database, String now) {
    this(database, now, CertificatePress.NONE);
  }

  /** One that prints certificates. */
  public TestEngine(Database database, String now, CertificatePress press) {
    clock = new TestClock(now);
    engine = new Engine(database, clock, press);
  }

  /** The notice's campaign as data. */
  public static String notice() {
    try (InputStream in =
        TestEngine.class.getResourceAsStream("/cloud/laurel/campaign/campaign-2020.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates the notice's campaign. */
  public Campaign campaign() {
    return engine.campaigns().create(notice(), "");
  }

  /** Uploads a roster, which must be accepted. */
  public TestEngine roster(TestRoster roster, String effective) {
    assertThat(engine.roster().importOneRoster(roster.zip(), LocalDate.parse(effective)).problems())
        .isEmpty();
    return this;
  }

  /** An action with an id of its own. */
  public PlatformAction action(String type, String actor, String at, String... counterparts) {
    return named("a" + ids.incrementAndGet(), type, actor, at, counterparts);
  }

  /** An action with a given id. */
  public static PlatformAction named(
      String id, String type, String actor, String at, String... counterparts) {
    return new PlatformAction(
        id,
        type,
        actor,
        at.endsWith("Z") ? Instant.parse(at) : OffsetDateTime.parse(at).toInstant(),
        Optional.empty(),
        Optional.empty(),
        List.of(counterparts),
        Map.of());
  }

  /** A withdrawal. */
  public PlatformAction withdrawal(String target, String at) {
    return new PlatformAction(
        "w-" + target,
        "action.withdrawn",
        "platform",
        Instant.parse(at),
        Optional.empty(),
        Optional.of(new PlatformAction.ObjectRef(target, Optional.empty())),
        List.of(),
        Map.of());
  }

  /** Takes actions in. */
  public TestEngine accept(PlatformAction... actions) {
    engine.intake().accept(List.of(actions));
    return this;
  }

  /** Does everything that waits. */
  public TestEngine settle() {
    while (engine.work()) {
      Thread.onSpinWait();
    }
    return this;
  }

  /** Somebody's points. */
  public long points(Campaign campaign, String account) {
    return person(campaign, account).points();
  }

  /** Where somebody stands. */
  public PersonStanding person(Campaign campaign, String account) {
    return engine.standings().person(campaign, account).orElseThrow();
  }

  /** Where a school stands. */
  public SchoolDetail school(Campaign campaign, String school) {
    return engine.standings().school(campaign, school).orElseThrow();
  }

  /** Somebody's ledger, newest first. */
  public List<LedgerPage.Row> ledger(Campaign campaign, String account) {
    return engine.standings().ledger(campaign, account, 0, 200).rows();
  }

  /** The verdict of one action for somebody: COUNTED or the reason. */
  public String verdict(Campaign campaign, String account, String action) {
    return ledger(campaign, account).stream()
        .filter(r -> r.id().equals(action))
        .findFirst()
        .map(r -> r.reason().orElse("COUNTED"))
        .orElse("NOT JUDGED");
  }
}
