package cloud.laurel.intake;

import cloud.laurel.announcement.ResultImport;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.certificate.CertificateImport;
import cloud.laurel.certificate.CertificateRefused;
import cloud.laurel.plan.PlanImport;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import cloud.laurel.roster.RosterResult;
import cloud.laurel.roster.RosterService;
import cloud.laurel.showcase.ShowcaseImport;
import cloud.laurel.store.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Takes over what a folder holds, for a first start with data from elsewhere: {@code
 * rosters/<effective date>.zip} (OneRoster), {@code campaigns/*.json}, {@code actions/*.ndjson.gz}
 * (one action a line), {@code plans/*.json} (see {@link PlanImport}), {@code showcases/*.json} (see
 * {@link ShowcaseImport}), each in the order of its name. A file that is in already is left out, so
 * that an interrupted import goes on where it stopped; a changed campaign file is not taken again.
 * A campaign whose file says {@code "state": "CLOSED"} is closed when everything is in, and decided
 * as {@code results/*.json} says (see {@link ResultImport}); certificates are ordered as {@code
 * certificates/*.json} says (see {@link CertificateImport}), at the first start at which they can
 * be.
 */
public final class ImportFolder {

  private static final Logger LOG = Logger.getLogger(ImportFolder.class.getName());

  /** Far more than over HTTP: the embedded database rewrites much of itself at each commit. */
  private static final int BATCH = 10_000;

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final RosterService roster;
  private final IntakeService intake;
  private final PlanImport plans;
  private final ShowcaseImport showcases;
  private final ResultImport results;
  private final CertificateImport certificates;

  /** One that imports through the same services as everybody else. */
  public ImportFolder(
      Database database,
      InstantSource clock,
      CampaignService campaigns,
      RosterService roster,
      IntakeService intake,
      ResultImport results,
      CertificateImport certificates) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
    this.roster = roster;
    this.intake = intake;
    this.plans = new PlanImport(database, campaigns);
    this.showcases = new ShowcaseImport(database, campaigns);
    this.results = results;
    this.certificates = certificates;
  }

  /**
   * Imports a folder; does nothing when it does not exist.
   *
   * @throws IllegalStateException naming the file that cannot be taken
   */
  public void load(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> definitions = files(folder.resolve("campaigns"), ".json");
    boolean imported =
        once(folder, files(folder.resolve("rosters"), ".zip"), this::roster)
            | once(folder, definitions, this::campaign)
            | once(folder, files(folder.resolve("actions"), ".ndjson.gz"), this::actions)
            | once(folder, files(folder.resolve("plans"), ".json"), this::plans)
            | once(folder, files(folder.resolve("showcases"), ".json"), this::showcases);
    // also when everything was in already: the last import may have been interrupted before this
    definitions.forEach(this::closeIfClosed);
    imported |=
        once(folder, files(folder.resolve("results"), ".json"), this::results)
            | once(folder, files(folder.resolve("certificates"), ".json"), this::certificates);
    if (imported) {
      database.compact();
    }
  }

  private static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void take(Path file) throws IOException;
  }

  /** Takes the files that are not in yet; tells whether there were any. */
  private boolean once(Path folder, List<Path> files, Step step) {
    boolean any = false;
    for (Path file : files) {
      any |= once(folder, file, step);
    }
    return any;
  }

  private boolean once(Path folder, Path file, Step step) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    boolean known =
        database.read(
            tx ->
                tx.createQuery("SELECT count(*) FROM imported_file WHERE name = :name")
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one()
                    > 0);
    if (known) {
      return false;
    }
    LOG.info(() -> "LRL-03010 importing " + name);
    try {
      step.take(file);
    } catch (CertificateRefused e) {
      if (e.why() != CertificateRefused.Why.NO_PRESS) {
        throw unfit(name, e);
      }
      LOG.warning(
          () ->
              "LRL-11006 the certificates of %s are issued at a later start: %s"
                  .formatted(name, e.detail()));
      return false;
    } catch (IOException | RuntimeException e) {
      throw unfit(name, e);
    }
    database.useTransaction(
        tx ->
            tx.execute(
                "INSERT INTO imported_file (name, imported_at) VALUES (?, ?)",
                name,
                clock.instant().atOffset(ZoneOffset.UTC)));
    return true;
  }

  private static IllegalStateException unfit(String name, Exception e) {
    return new IllegalStateException("LRL-03011 cannot import " + name + ": " + e.getMessage(), e);
  }

  private void roster(Path file) throws IOException {
    String name = file.getFileName().toString();
    LocalDate effective = LocalDate.parse(name.substring(0, name.length() - ".zip".length()));
    try (InputStream zip = Files.newInputStream(file)) {
      RosterResult result = roster.importOneRoster(zip, effective);
      if (!result.problems().isEmpty()) {
        throw new IllegalStateException(result.problems().get(0).toString());
      }
    }
  }

  private void campaign(Path file) throws IOException {
    String json = Files.readString(file);
    if (campaigns.find(member(json, "code")).isEmpty()) {
      campaigns.create(json, "");
    }
  }

  private void plans(Path file) throws IOException {
    plans.take(object(file));
  }

  private void showcases(Path file) throws IOException {
    showcases.take(object(file));
  }

  private void results(Path file) throws IOException {
    results.take(object(file));
  }

  private void certificates(Path file) throws IOException {
    certificates.take(object(file));
  }

  private static JsonObject object(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    }
  }

  private void closeIfClosed(Path file) {
    try {
      String json = Files.readString(file);
      String code = member(json, "code");
      boolean running =
          campaigns.find(code).map(c -> c.state() == Campaign.State.RUNNING).orElse(false);
      if (running && member(json, "state").equals("CLOSED")) {
        campaigns.close(code, "", "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String member(String json, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().getString(name, "");
    }
  }

  private void actions(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<PlatformAction> batch = new ArrayList<>(BATCH);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(PlatformActionJson.parse(line));
        if (batch.size() == BATCH) {
          intake.accept(batch);
          batch.clear();
        }
      }
      intake.accept(batch);
    }
  }
}
