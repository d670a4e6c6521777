package cloud.laurel.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the demo's data as files: {@code campaigns/*.json}, {@code rosters/<effective>.zip} (in
 * the order of their names) and {@code actions/NNN.ndjson.gz}, each as the matching HTTP call takes
 * it, {@code plans/*.json} with plans and trainings, and {@code showcases/*.json} with cases, and
 * {@code results/*.json} with how the first campaign was decided, {@code certificates/*.json} with
 * what was issued to its winners.
 *
 * <p>Run as {@code DemoData <output folder>}. The folder appears whole or not at all; one that is
 * already there is complete and left as it is.
 */
public final class DemoData {

  private static final System.Logger LOG = System.getLogger(DemoData.class.getName());

  private final InstantSource clock;

  /**
   * Makes data for one moment.
   *
   * @param clock tells the present; nothing is made to happen after it
   */
  public DemoData(InstantSource clock) {
    this.clock = clock;
  }

  /** Runs it for the present; the only argument is the output folder. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("needs one argument, the output folder");
    }
    new DemoData(InstantSource.system()).writeTo(Path.of(arguments[0]));
  }

  /** Writes everything, or nothing when the folder is already there. */
  public void writeTo(Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      LOG.log(System.Logger.Level.INFO, "Demo data is already in {0}", target);
      return;
    }
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    delete(unfinished);
    Files.createDirectories(unfinished);
    try {
      String written = write(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      LOG.log(System.Logger.Level.INFO, "Demo data: {0} in {1}", written, target);
    } finally {
      delete(unfinished);
    }
  }

  private String write(Path folder) throws IOException {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, DemoCampaign.ZONE);
    DemoCampaign first = DemoCampaign.of2020();
    DemoCampaign present = first.movedTo(today);
    DemoRoster roster = DemoRoster.invent();

    Path campaigns = Files.createDirectory(folder.resolve("campaigns"));
    write(first.closed(), campaigns);
    write(present, campaigns);
    Path rosters = Files.createDirectory(folder.resolve("rosters"));
    new RosterZip(roster).write(rosters.resolve(DemoRoster.EFFECTIVE + ".zip"));
    // in the middle of the running campaign, so that points before and after it go to two schools
    LocalDate move = present.from().plusMonths(2);
    new RosterZip(roster.afterMove()).write(rosters.resolve(move + ".zip"));
    ActionFiles files = new ActionFiles(Files.createDirectory(folder.resolve("actions")));
    Path plans = Files.createDirectory(folder.resolve("plans"));
    Path showcases = Files.createDirectory(folder.resolve("showcases"));
    copy("result-2020.json", folder.resolve("results"), first);
    copy("certificates-2020.json", folder.resolve("certificates"), first);
    int actions = 0;
    for (Scene scene :
        List.of(
            new Scene(first, roster, today, Scene.Plan.FIRST),
            new Scene(present, roster, today, Scene.Plan.PRESENT))) {
      List<DraftAction> list = CampaignActions.upTo(now, scene);
      files.write(scene.campaign().code(), list);
      write(new DemoPlans(scene, now).json(), plans, scene.campaign().code());
      write(new DemoShowcases(scene, now).json(), showcases, scene.campaign().code());
      actions += list.size();
    }
    return "2 campaigns, %d schools, %d people, %d actions"
        .formatted(roster.schools().size(), roster.people().size(), actions);
  }

  private static void copy(String resource, Path folder, DemoCampaign campaign) throws IOException {
    Files.createDirectory(folder);
    try (InputStream in = DemoData.class.getResourceAsStream(resource)) {
      Files.copy(in, folder.resolve(campaign.code() + ".json"));
    }
  }

  private static void write(DemoCampaign campaign, Path folder) throws IOException {
    write(campaign.json(), folder, campaign.code());
  }

  private static void write(JsonObject json, Path folder, String name) throws IOException {
    JsonWriterFactory pretty =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    try (JsonWriter writer =
        pretty.createWriter(
            Files.newBufferedWriter(folder.resolve(name + ".json"), StandardCharsets.UTF_8))) {
      writer.writeObject(json);
    }
  }

  /** Removes what an interrupted run has left; after a good run there is nothing to remove. */
  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
