package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the public may read of winners today: lists on notice between their first and last day, and
 * published honours without the lines that were taken out. The clock decides, nobody has to take a
 * list down.
 */
public class PublicListService {

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final AnnouncementRepository announcements = new AnnouncementRepository();

  /** One for a database. */
  public PublicListService(Database database, InstantSource clock, CampaignService campaigns) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
  }

  /** A list that the public may read, with the campaign that it belongs to. */
  public record Listed(Campaign campaign, Announcement announcement) {}

  /** The lists on notice now, the newest first. */
  public List<Listed> onNotice() {
    return listed(State.NOTICE);
  }

  /** The published honours, those of the newest campaign first. */
  public List<Listed> published() {
    return listed(State.PUBLISHED);
  }

  private List<Listed> listed(State state) {
    List<Announcement> found = database.read(tx -> announcements.in(tx, state));
    if (found.isEmpty()) {
      return List.of();
    }
    List<Campaign> all = campaigns.all();
    Map<Integer, Campaign> byId =
        all.stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
    List<Listed> listed =
        found.stream()
            .filter(one -> byId.containsKey(one.campaign()))
            .map(one -> new Listed(byId.get(one.campaign()), one))
            .filter(this::isPublic)
            .toList();
    return state == State.NOTICE
        ? listed
        : all.stream()
            .flatMap(c -> listed.stream().filter(one -> one.campaign().id() == c.id()))
            .toList();
  }

  /** What the public may read of a campaign now. */
  public Optional<Listed> of(Campaign campaign) {
    return database.read(tx -> announcements.of(tx, campaign.id())).stream()
        .map(one -> new Listed(campaign, one))
        .filter(this::isPublic)
        .findFirst();
  }

  private boolean isPublic(Listed one) {
    return one.announcement().isPublic(one.campaign().dayOf(clock.instant()));
  }

  /** The lines of a list that the public may see; none once it may no longer be read. */
  public HonourRoll roll(Listed one) {
    return isPublic(one)
        ? database.read(tx -> announcements.roll(tx, one.announcement())).shown()
        : new HonourRoll(one.announcement().hash(), List.of());
  }
}
