package cloud.laurel.bulletin;

import cloud.laurel.bulletin.BulletinRefused.Why;
import cloud.laurel.bulletin.Finding.Kind;
import cloud.laurel.bulletin.Finding.Weight;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Shared;
import cloud.laurel.input.WordsRule;
import cloud.laurel.store.Database;
import cloud.laurel.store.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Writes, checks and releases bulletins. One officer submits a version, another one releases it
 * under a number and a date; what was released is never changed.
 */
public class BulletinService {

  /** The longest note or remark. */
  public static final int MAX_NOTE = 500;

  /** What the second officer may still fill in. */
  private static final Set<Kind> GIVEN_AT_RELEASE =
      Set.of(Kind.NUMBER_MISSING, Kind.NUMBER_FORM, Kind.DATE_MISSING);

  private final Database database;
  private final BasisReader reader;
  private final InstantSource clock;
  private final Shared<Basis> boards = new Shared<>();
  private final Composer composer = new Composer();
  private final BulletinRepository bulletins = new BulletinRepository();

  /** One for a database. */
  public BulletinService(Database database, BasisReader reader, InstantSource clock) {
    this.database = database;
    this.reader = reader;
    this.clock = clock;
  }

  /** What a bulletin saved now is printed with. */
  public Basis basis(Campaign campaign) {
    return reader.read(campaign);
  }

  /** The same for pages: shared, and a second or two old. */
  public Basis board(Campaign campaign) {
    return boards.get(campaign, () -> reader.read(campaign));
  }

  /** Has what pages share read anew before it is shown again. */
  public void forgetBoards() {
    boards.forget();
  }

  /** Keeps fresh what pages share; to be called again and again by one thread. */
  public void keep() {
    boards.keep();
  }

  /** The newest version; before the first save, one composed from the campaign and the result. */
  public Version newest(Campaign campaign, Basis basis) {
    return database
        .read(tx -> bulletins.newestVersion(tx, campaign))
        .orElseGet(() -> new Version(0, basis.asOf(), "", "", composer.compose(campaign), basis));
  }

  /** One version. */
  public Optional<Version> version(Campaign campaign, int number) {
    return database.read(tx -> bulletins.version(tx, campaign, number));
  }

  /** All versions, the newest first. */
  public List<Version.Saved> versions(Campaign campaign) {
    return database.read(tx -> bulletins.versions(tx, campaign));
  }

  /** What officers did with them, the newest first. */
  public List<Step> steps(Campaign campaign) {
    return database.read(tx -> bulletins.steps(tx, campaign));
  }

  /** What was released, the newest first. */
  public List<Release> releases(Campaign campaign) {
    return database.read(tx -> bulletins.releases(tx, campaign));
  }

  /**
   * Saves a version, with the figures and lists of now.
   *
   * @param base number of the version that was changed; 0 for the first
   * @throws BulletinRefused when somebody else saved meanwhile, or with what cannot be stored
   */
  public Version save(Campaign campaign, int base, Content content, String note, String by) {
    Basis basis = basis(campaign);
    List<Finding> wrong = ContentRule.check(content, basis);
    if (!wrong.isEmpty()) {
      throw new BulletinRefused(Why.FINDINGS, wrong);
    }
    return database.inTransaction(
        tx -> {
          bulletins.lock(tx, campaign);
          if (bulletins.newest(tx, campaign) != base) {
            throw new BulletinRefused(Why.CHANGED);
          }
          Version version = new Version(base + 1, now(), by, words(note), content, basis);
          bulletins.insert(tx, campaign, version);
          return version;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String words(String text) {
    String tidy = WordsRule.line(text);
    return tidy.substring(0, Math.min(MAX_NOTE, tidy.length()));
  }

  /** Everything there is to say about a version, the heaviest first. */
  public List<Finding> check(Version version, Basis newest) {
    return check(version.content(), version.basis(), newest);
  }

  private List<Finding> check(Content content, Basis made, Basis newest) {
    Map<String, String> names = database.read(bulletins::schoolNames);
    return new CheckRule(content, made, newest, new SchoolNameRule(names))
        .check().stream().sorted(Comparator.comparing(Finding::weight)).toList();
  }

  /** The version that waits for a second officer; empty when none does. */
  public Optional<Step> waiting(List<Version.Saved> versions, List<Step> steps) {
    return steps.stream()
        .limit(1)
        .filter(
            s ->
                s.kind() == Step.Kind.SUBMITTED
                    && !versions.isEmpty()
                    && versions.get(0).number() == s.version())
        .findFirst();
  }

  private Optional<Step> waiting(Handle tx, Campaign campaign) {
    return waiting(bulletins.versions(tx, campaign), bulletins.steps(tx, campaign));
  }

  /**
   * Hands the newest version on to a second officer.
   *
   * @throws BulletinRefused unless it is the newest, neither submitted nor released, and without
   *     errors but a missing number and date
   */
  public void submit(Campaign campaign, int number, String by) {
    Basis basis = basis(campaign);
    Version version = version(campaign, number).orElseThrow(BulletinService::otherState);
    List<Finding> errors =
        check(version, basis).stream()
            .filter(f -> f.weight() == Weight.ERROR && !GIVEN_AT_RELEASE.contains(f.kind()))
            .toList();
    if (!errors.isEmpty()) {
      throw new BulletinRefused(Why.FINDINGS, errors);
    }
    database.useTransaction(
        tx -> {
          bulletins.lock(tx, campaign);
          if (bulletins.newest(tx, campaign) != number
              || waiting(tx, campaign).isPresent()
              || released(tx, campaign, number)) {
            throw otherState();
          }
          bulletins.insert(tx, campaign, new Step(number, now(), Step.Kind.SUBMITTED, by, ""));
        });
  }

  private boolean released(Handle tx, Campaign campaign, int number) {
    return bulletins.steps(tx, campaign).stream()
        .anyMatch(s -> s.version() == number && s.kind() == Step.Kind.RELEASED);
  }

  private static BulletinRefused otherState() {
    return new BulletinRefused(Why.OTHER_STATE);
  }

  /**
   * Gives a submitted version back.
   *
   * @param words why
   * @throws BulletinRefused without words, or when the version does not wait
   */
  public void sendBack(Campaign campaign, int number, String by, String words) {
    if (words.isBlank()) {
      throw new BulletinRefused(Why.WORDS_MISSING);
    }
    database.useTransaction(
        tx -> {
          bulletins.lock(tx, campaign);
          submitted(tx, campaign, number);
          bulletins.insert(
              tx, campaign, new Step(number, now(), Step.Kind.RETURNED, by, words(words)));
        });
  }

  private Step submitted(Handle tx, Campaign campaign, int number) {
    return waiting(tx, campaign)
        .filter(s -> s.version() == number)
        .orElseThrow(BulletinService::otherState);
  }

  /**
   * Releases a submitted version.
   *
   * @param paper the number under which it is issued
   * @param date of issue; empty when it is not known
   * @param warningsMeant whether the officer has confirmed what the check warns of
   * @throws BulletinRefused to the officer who submitted it, and with everything that is wrong
   */
  public Release release(
      Campaign campaign,
      int number,
      String paper,
      Optional<LocalDate> date,
      boolean warningsMeant,
      String by) {
    Basis newest = basis(campaign);
    Version version = version(campaign, number).orElseThrow(BulletinService::otherState);
    Content content = version.content().issued(paper, date);
    check(content, version.basis(), newest, warningsMeant);
    return database.inTransaction(
        tx -> {
          bulletins.lock(tx, campaign);
          Step first = submitted(tx, campaign, number);
          if (first.by().equals(by)) {
            throw new BulletinRefused(Why.SAME_OFFICER);
          }
          String stored = BulletinJson.write(content);
          String basis = BulletinJson.write(version.basis());
          Release release =
              new Release(
                  bulletins.releases(tx, campaign).size() + 1,
                  number,
                  first.by(),
                  by,
                  now(),
                  Sha256.hex(stored + "\n" + basis),
                  content,
                  version.basis());
          bulletins.insert(tx, campaign, release, stored, basis);
          bulletins.insert(
              tx, campaign, new Step(number, now(), Step.Kind.RELEASED, by, content.number()));
          return release;
        });
  }

  private void check(Content content, Basis made, Basis newest, boolean warningsMeant) {
    List<Finding> found = check(content, made, newest);
    List<Finding> errors = found.stream().filter(f -> f.weight() == Weight.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new BulletinRefused(Why.FINDINGS, errors);
    }
    List<Finding> warnings = found.stream().filter(f -> f.weight() == Weight.WARNING).toList();
    if (!warnings.isEmpty() && !warningsMeant) {
      throw new BulletinRefused(Why.WARNINGS, warnings);
    }
  }
}
