package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Creates campaigns and finds them. */
public class CampaignService {

  private final Database database;
  private final InstantSource clock;
  private final List<CampaignObserver> observers;
  private final CampaignRepository campaigns = new CampaignRepository();

  /** One for a database; the observers join the transactions that create campaigns. */
  public CampaignService(Database database, InstantSource clock, List<CampaignObserver> observers) {
    this.database = database;
    this.clock = clock;
    this.observers = List.copyOf(observers);
  }

  /**
   * Creates a running campaign; what is already journalled of its window is judged afterwards (rule
   * R18).
   *
   * @param json a campaign in the format of {@code campaign-2020.json}
   * @return what was created
   * @throws InvalidInput with every field that is wrong, or when the code exists
   */
  public Campaign create(String json) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Campaign draft = CampaignReader.read(0, json, State.RUNNING, now);
    return database.inTransaction(
        tx -> {
          int id =
              campaigns
                  .insert(tx, draft)
                  .orElseThrow(
                      () ->
                          new InvalidInput(
                              List.of(
                                  new Problem(
                                      "code", "is taken by another campaign: choose a new one"))));
          Campaign created = CampaignReader.read(id, json, State.RUNNING, now);
          observers.forEach(o -> o.onCampaignCreated(tx, created));
          return created;
        });
  }

  /** A campaign by its code. */
  public Optional<Campaign> find(String code) {
    return database.read(tx -> campaigns.find(tx, code));
  }

  /** The campaign as JSON, in the format it is created from, with {@code state} added. */
  public Optional<String> json(String code) {
    return find(code)
        .map(
            campaign -> {
              try (JsonReader reader = Json.createReader(new StringReader(campaign.definition()))) {
                return Json.createObjectBuilder(reader.readObject())
                    .add("state", campaign.state().name())
                    .build()
                    .toString();
              }
            });
  }

  /** Every campaign, the newest window first. */
  public List<Campaign> all() {
    return database.read(campaigns::all);
  }

  /** The campaigns that judge actions now, as one transaction sees them. */
  public List<Campaign> running(Handle tx) {
    return campaigns.all(tx).stream().filter(c -> c.state() == State.RUNNING).toList();
  }

  /** The campaign that pages show without being asked: running today, else the newest. */
  public Optional<Campaign> current() {
    List<Campaign> all = all();
    return all.stream()
        .filter(c -> c.state() == State.RUNNING && c.covers(clock.instant()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Ends a campaign: it judges nothing any more, and its numbers no longer move. */
  public void close(String code) {
    database.useTransaction(tx -> campaigns.close(tx, code));
  }

  /** The campaign's present day. */
  public LocalDate today(Campaign campaign) {
    return campaign.dayOf(clock.instant());
  }
}
