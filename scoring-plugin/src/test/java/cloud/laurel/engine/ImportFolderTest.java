package cloud.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.TestFiles;
import cloud.laurel.plan.Plan;
import cloud.laurel.plan.PlanStatus;
import cloud.laurel.plan.TrainingCount;
import cloud.laurel.plugin.PlatformActionJson;
import cloud.laurel.showcase.Picture;
import cloud.laurel.showcase.Showcase;
import cloud.laurel.showcase.ShowcaseEvent;
import cloud.laurel.showcase.ShowcaseFilter;
import cloud.laurel.showcase.ShowcasePage;
import cloud.laurel.store.TestDatabase;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportFolderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void takesEachFileOnceAndClosesWhatIsFinished(TestDatabase kind) throws IOException {
    TestEngine engine = new TestEngine(kind, "2021-07-05T00:00:00Z");
    write(TestEngine.notice().replaceFirst("\\{", "{\"state\":\"CLOSED\","));
    engine.engine.importFolder().load(folder);
    engine.engine.importFolder().load(folder);
    Campaign campaign = engine.engine.campaigns().find("shishou-2020").orElseThrow();
    assertThat(campaign.state()).isEqualTo(Campaign.State.CLOSED);
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    engine.accept(engine.action("notice.published", "t1", "2020-12-05T10:00:00+08:00"));
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
    assertThat(engine.school(campaign, "s1").months()).allMatch(m -> !m.open());
  }

  @ParameterizedTest
  @EnumSource
  void closesWhatAnInterruptedImportLeftRunning(TestDatabase kind) throws IOException {
    TestEngine engine = new TestEngine(kind, "2021-07-05T00:00:00Z");
    write(TestEngine.notice().replaceFirst("\\{", "{\"state\":\"CLOSED\","));
    engine.engine.importFolder().load(folder);
    engine
        .engine
        .database()
        .useTransaction(tx -> tx.execute("UPDATE campaign SET state = 'RUNNING'"));
    engine.engine.importFolder().load(folder);
    assertThat(engine.engine.campaigns().find("shishou-2020").orElseThrow().state())
        .isEqualTo(Campaign.State.CLOSED);
  }

  @Test
  void namesTheFileItCannotTake() throws IOException {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2021-07-05T00:00:00Z");
    write("{}");
    assertThatThrownBy(() -> engine.engine.importFolder().load(folder))
        .hasMessageContaining("campaigns/c.json")
        .hasMessageContaining("title");
  }

  @Test
  void missingFolderIsNothingToImport() {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2021-07-05T00:00:00Z");
    engine.engine.importFolder().load(folder.resolve("nowhere"));
    assertThat(engine.engine.campaigns().all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void plansAndTrainingsKeepTheTimesAtWhichTheyCame(TestDatabase kind) throws IOException {
    TestEngine engine = new TestEngine(kind, "2021-07-05T00:00:00Z");
    write(TestEngine.notice().replaceFirst("\\{", "{\"state\":\"CLOSED\","));
    Files.createDirectories(folder.resolve("plans"));
    Files.writeString(
        folder.resolve("plans/c.json"),
        """
        {"campaign": "shishou-2020",
         "plans": [{"school": "s1", "account": "t1",
           "content": {"objectives": "A", "schedule": [{"from": "2020-12-01", "item": "B"}]},
           "events": [{"what": "SUBMITTED", "at": "2020-12-18T09:00:00+08:00"},
             {"what": "ACCEPTED", "at": "2020-12-20T09:00:00+08:00", "officer": "bureau"}]}],
         "trainings": [{"school": "s1", "account": "t1", "at": "2020-12-10T09:00:00+08:00",
           "from": "2020-12-09", "topic": "C", "participants": 12}]}""");
    engine.engine.importFolder().load(folder);
    engine.engine.importFolder().load(folder);
    Campaign campaign = engine.engine.campaigns().find("shishou-2020").orElseThrow();
    assertThat(engine.engine.plans().states(campaign))
        .containsEntry(
            "s1",
            new PlanStatus(
                Plan.State.ACCEPTED, Optional.of(Instant.parse("2020-12-18T01:00:00Z"))));
    assertThat(engine.engine.plans().find(campaign, "s1").orElseThrow().content().schedule())
        .hasSize(1);
    assertThat(engine.engine.trainings().counts(campaign))
        .containsEntry("s1", new TrainingCount(1, 12));
  }

  @ParameterizedTest
  @EnumSource
  void casesComeWithTheirPicturesAndTimes(TestDatabase kind) throws IOException {
    TestEngine engine = new TestEngine(kind, "2021-07-05T00:00:00Z");
    write(TestEngine.notice().replaceFirst("\\{", "{\"state\":\"CLOSED\","));
    Files.createDirectories(folder.resolve("showcases"));
    Files.writeString(
        folder.resolve("showcases/c.json"),
        """
        {"campaign": "shishou-2020", "cases": [
          {"school": "s1", "account": "t1", "theme": "teaching", "title": "A", "summary": "B",
           "body": "C", "links": ["https://example.com/"],
           "pictures": [{"alt": "D", "content": "%s"}],
           "events": [{"what": "SUBMITTED", "at": "2021-02-01T09:00:00+08:00"},
             {"what": "PUBLISHED", "at": "2021-02-03T09:00:00+08:00", "officer": "bureau"}]}]}"""
            .formatted(Base64.getEncoder().encodeToString(TestFiles.png())));
    engine.engine.importFolder().load(folder);
    engine.engine.importFolder().load(folder);
    ShowcasePage found = engine.engine.showcases().list(ShowcaseFilter.published(), 0, 10);
    assertThat(found.total()).isEqualTo(1);
    Showcase showcase = engine.engine.showcases().find(found.rows().get(0).id()).orElseThrow();
    assertThat(showcase.publishedAt()).contains(Instant.parse("2021-02-03T01:00:00Z"));
    assertThat(engine.engine.showcases().pictures(showcase))
        .extracting(Picture::alt)
        .containsExactly("D");
    assertThat(engine.engine.showcases().history(showcase))
        .extracting(ShowcaseEvent::actor)
        .containsExactly("t1", "bureau");
  }

  private void write(String campaign) throws IOException {
    Files.createDirectories(folder.resolve("rosters"));
    Files.createDirectories(folder.resolve("campaigns"));
    Files.createDirectories(folder.resolve("actions"));
    Files.write(
        folder.resolve("rosters/2020-09-01.zip"),
        new TestRoster().school("s1").teachers("s1", "t1").zip().readAllBytes());
    Files.writeString(folder.resolve("campaigns/c.json"), campaign);
    try (Writer lines =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve("actions/1.ndjson.gz"))),
            StandardCharsets.UTF_8)) {
      lines.write(
          PlatformActionJson.toJson(
                  TestEngine.named("x", "lesson.prepared", "t1", "2020-12-05T10:00:00+08:00"))
              + "\n");
    }
  }
}
