package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.CleanPicture;
import cloud.laurel.input.Upload;
import cloud.laurel.input.WordsRule;
import cloud.laurel.showcase.Showcase.Content;
import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.showcase.ShowcaseEvent.What;
import cloud.laurel.showcase.ShowcaseRefused.Why;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The cases of schools, to be found, read and written. The caller sees to it that only those write
 * for a school who may, and that only the bureau and the school read what is not published.
 */
public class ShowcaseService {

  /** Most pictures of one case. */
  public static final int MAX_PICTURES = 9;

  /** Most cases of one school in one campaign. */
  public static final int MAX_CASES = 30;

  /** Most addresses of one case. */
  public static final int MAX_LINKS = ShowcaseRule.MOST_LINKS;

  private final Database database;
  private final InstantSource clock;
  private final ShowcaseRepository showcases = new ShowcaseRepository();
  private final ShowcaseListRepository lists = new ShowcaseListRepository();
  private final ShowcaseEventRepository events = new ShowcaseEventRepository();
  private final PictureRepository pictures = new PictureRepository();

  /** One for a database. */
  public ShowcaseService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Codes of what a case can be about, in the order in which they are offered. */
  public List<String> themes() {
    return database.read(showcases::themes);
  }

  /** A case, whatever its state. */
  public Optional<Showcase> find(long id) {
    return database.read(tx -> showcases.find(tx, id));
  }

  /** A case that everybody may read. */
  public Optional<Showcase> published(long id) {
    return find(id).filter(showcase -> showcase.state() == State.PUBLISHED);
  }

  /**
   * A page of the cases that are wanted.
   *
   * @param offset cases to skip, at least 0
   * @param size cases wanted, 1 to 200
   */
  public ShowcasePage list(ShowcaseFilter filter, int offset, int size) {
    return database.read(
        tx -> new ShowcasePage(lists.count(tx, filter), lists.list(tx, filter, offset, size)));
  }

  /** Those of a school in all campaigns, the newest first. */
  public List<ShowcasePage.Row> ofSchool(String school) {
    return database.read(tx -> lists.ofSchool(tx, school));
  }

  /** Internal keys of the campaigns of which something is published. */
  public Set<Integer> publishedCampaigns() {
    return Set.copyOf(database.read(lists::campaigns));
  }

  /** The pictures of a case, in the order in which they came. */
  public List<Picture> pictures(Showcase showcase) {
    return database.read(tx -> pictures.of(tx, showcase.id()));
  }

  /**
   * A picture as it is sent out.
   *
   * @param small only its thumbnail
   */
  public Optional<Picture.Content> picture(long id, boolean small) {
    return database.read(tx -> pictures.content(tx, id, small));
  }

  /** What happened to a case, oldest first. */
  public List<ShowcaseEvent> history(Showcase showcase) {
    return database.read(tx -> events.of(tx, showcase.id()));
  }

  /**
   * Begins a case.
   *
   * @param account of who writes it
   * @return its number; that of the case which the same form has begun already, as it is
   * @throws ShowcaseRefused when it cannot be done
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong with its words
   * @throws cloud.laurel.input.FileRefused when a picture cannot be taken
   */
  public long begin(Campaign campaign, String school, String account, ShowcaseChange change) {
    requireOpen(campaign, school);
    Checked checked = checked(change);
    return database.inTransaction(
        tx -> {
          Optional<Long> begun = showcases.begun(tx, change.slip(), school);
          if (begun.isPresent()) {
            return begun.get();
          }
          if (showcases.count(tx, campaign.id(), school) >= MAX_CASES) {
            throw new ShowcaseRefused(Why.TOO_MANY_CASES);
          }
          Optional<Long> id = showcases.insert(tx, change.slip(), campaign.id(), school);
          if (id.isEmpty()) {
            // the same form was sent twice at once
            return showcases
                .begun(tx, change.slip(), school)
                .orElseThrow(() -> new ShowcaseRefused(Why.UNKNOWN));
          }
          store(tx, id.get(), 0, account, checked);
          return id.get();
        });
  }

  /**
   * Keeps what a school has written so far.
   *
   * @param account of who wrote it
   * @throws ShowcaseRefused when it cannot be changed
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong with its words
   * @throws cloud.laurel.input.FileRefused when a picture cannot be taken
   */
  public void save(
      Campaign campaign, String school, String account, long id, ShowcaseChange change) {
    requireOpen(campaign, school);
    Checked checked = checked(change);
    database.useTransaction(
        tx -> {
          requireState(own(tx, campaign, school, id), State::isWritable);
          store(tx, id, change.version(), account, checked);
        });
  }

  /** What has been written, in order and with its pictures drawn anew. */
  private record Checked(
      Content content, List<CleanPicture> added, Map<Long, String> alts, Set<Long> removed) {}

  private Checked checked(ShowcaseChange change) {
    if (change.pictures().size() > MAX_PICTURES) {
      throw new ShowcaseRefused(Why.TOO_MANY_PICTURES);
    }
    return new Checked(
        ShowcaseRule.read(change.draft(), themes()),
        change.pictures().stream().map(Upload::picture).toList(),
        change.alts().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, alt -> ShowcaseRule.alt(alt.getKey(), alt.getValue()))),
        change.removed());
  }

  private void store(Handle tx, long id, int version, String account, Checked checked) {
    touch(tx, id, version);
    showcases.write(tx, id, checked.content());
    events.saved(tx, id, now(), account);
    List<Picture> known = pictures.of(tx, id);
    List<Picture> kept = known.stream().filter(p -> !checked.removed().contains(p.id())).toList();
    if (kept.size() + checked.added().size() > MAX_PICTURES) {
      throw new ShowcaseRefused(Why.TOO_MANY_PICTURES);
    }
    for (Picture picture : known) {
      if (!kept.contains(picture)) {
        pictures.remove(tx, picture.id());
        events.add(tx, id, now(), What.PICTURE_REMOVED, false, account, picture.alt());
      }
    }
    for (Picture picture : kept) {
      String alt = checked.alts().getOrDefault(picture.id(), picture.alt());
      if (!alt.equals(picture.alt())) {
        pictures.describe(tx, picture.id(), alt);
      }
    }
    for (CleanPicture picture : checked.added()) {
      pictures.add(tx, id, picture, "");
      events.add(tx, id, now(), What.PICTURE_ADDED, false, account, picture.name());
    }
  }

  /**
   * Hands what is stored to the bureau; from now on it stays as it is until it is returned.
   *
   * @param account of who submits it
   * @param consent whether guardians of all pupils who can be seen agree, as the school says
   * @throws ShowcaseRefused when it cannot be submitted
   * @throws cloud.laurel.store.InvalidInput with everything that is missing
   */
  public void submit(
      Campaign campaign, String school, String account, long id, int version, boolean consent) {
    requireOpen(campaign, school);
    database.useTransaction(
        tx -> {
          Showcase showcase = own(tx, campaign, school, id);
          requireState(showcase, State::isWritable);
          ShowcaseRule.requireComplete(showcase.content(), pictures.of(tx, id), consent);
          touch(tx, id, version);
          showcases.submit(tx, id, now());
          events.add(tx, id, now(), What.CONSENT_DECLARED, false, account, "");
          events.add(tx, id, now(), What.SUBMITTED, false, account, "");
        });
  }

  /**
   * Asks the bureau to withdraw what it has published.
   *
   * @param account of who asks
   * @param reason why, not blank
   * @throws ShowcaseRefused when it is not published, or was asked already
   */
  public void askWithdrawal(
      Campaign campaign, String school, String account, long id, int version, String reason) {
    String said = words(reason, true);
    database.useTransaction(
        tx -> {
          Showcase showcase = own(tx, campaign, school, id);
          requireState(showcase, s -> s == State.PUBLISHED && !showcase.withdrawalAsked());
          touch(tx, id, version);
          showcases.askWithdrawal(tx, id);
          events.add(tx, id, now(), What.WITHDRAWAL_ASKED, false, account, said);
        });
  }

  private Showcase own(Handle tx, Campaign campaign, String school, long id) {
    return showcases
        .find(tx, id)
        .filter(s -> s.campaign() == campaign.id() && s.school().equals(school))
        .orElseThrow(() -> new ShowcaseRefused(Why.UNKNOWN));
  }

  private void touch(Handle tx, long id, int version) {
    if (!showcases.touch(tx, id, version)) {
      throw new ShowcaseRefused(Why.CHANGED);
    }
  }

  static void requireState(Showcase showcase, Predicate<State> fine) {
    if (!fine.test(showcase.state())) {
      throw new ShowcaseRefused(Why.OTHER_STATE);
    }
  }

  static String words(String raw, boolean needed) {
    String words = WordsRule.tidy(raw);
    if (needed && words.isEmpty()) {
      throw new ShowcaseRefused(Why.WORDS_MISSING);
    }
    if (words.length() > WordsRule.MAX_WORDS) {
      throw new ShowcaseRefused(Why.WORDS_TOO_LONG);
    }
    return words;
  }

  /** Whether cases of a campaign can be written and published: also after it is closed. */
  public static boolean isOpen(Campaign campaign) {
    return campaign.state() != Campaign.State.DRAFT && campaign.state() != Campaign.State.ARCHIVED;
  }

  static void requireOpen(Campaign campaign, String school) {
    if (!isOpen(campaign)) {
      throw new ShowcaseRefused(Why.NOT_OPEN);
    }
    if (!campaign.includes(school)) {
      throw new ShowcaseRefused(Why.NOT_INCLUDED);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
