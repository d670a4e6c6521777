package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.appeal.AppealEvent.What;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CheckedFile;
import cloud.laurel.input.FileRefused;
import cloud.laurel.input.Upload;
import cloud.laurel.input.WordsRule;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.standing.LedgerPage;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Files appeals, adds to them and takes them back. Whatever is done is noted in the appeal's
 * history in the same transaction, and whoever it concerns is told.
 */
public class AppealService {

  /** The page that shows one's appeals; the number of one leads to it. */
  static final String PAGE = "/my/appeals?id=";

  /** Most attachments of one appeal. */
  static final int MAX_FILES = 5;

  private static final Set<Type> TYPES = Set.of(Type.PDF, Type.PNG, Type.JPEG);

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final StandingService standings;
  private final NotificationService notices;
  private final Authority authority;
  private final AppealRepository appeals = new AppealRepository();
  private final HistoryRepository history = new HistoryRepository();

  /** One for a database. */
  public AppealService(
      Database database,
      InstantSource clock,
      CampaignService campaigns,
      RosterService roster,
      StandingService standings,
      NotificationService notices) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
    this.standings = standings;
    this.notices = notices;
    this.authority = new Authority(campaigns, roster);
  }

  /**
   * Files an appeal.
   *
   * @param filer account of who files it
   * @return its number
   * @throws AppealRefused when it cannot be filed
   */
  public long file(Campaign campaign, String filer, Filing filing) {
    Person person =
        authority
            .contested(campaign, filer, filing.account())
            .orElseThrow(() -> new AppealRefused(Why.NOT_ALLOWED));
    String words = words(filing.words(), true);
    List<CheckedFile> files = checked(filing.files());
    Appeal appeal =
        filing.kind() == Kind.MISSING
            ? missing(campaign, filer, filing, person)
            : contest(campaign, filer, filing, person);
    DeadlineRule.obstacle(campaign, appeal.day(), campaigns.today(campaign))
        .ifPresent(
            why -> {
              throw new AppealRefused(why);
            });
    return database.inTransaction(
        tx -> {
          long id =
              appeals.insert(tx, appeal).orElseThrow(() -> new AppealRefused(Why.OPEN_ALREADY));
          note(tx, id, What.FILED, Party.person(filer), words, files);
          if (appeal.onBehalf()) {
            notices.tell(
                tx,
                appeal.account(),
                "notice.appeal.filed",
                arguments(campaign, appeal),
                PAGE + id);
          }
          return id;
        });
  }

  private Appeal contest(Campaign campaign, String filer, Filing filing, Person person) {
    LedgerPage.Row entry =
        standings.entry(campaign, person.account(), filing.action().orElseThrow()).stream()
            .filter(row -> row.indicator().equals(filing.indicator()))
            .findFirst()
            .orElseThrow(() -> new AppealRefused(Why.NO_ENTRY));
    if (entry.counted() != (filing.kind() == Kind.WRONG)) {
      throw new AppealRefused(Why.OTHER_VERDICT);
    }
    Optional<String> school =
        entry.school().or(() -> Authority.school(person, entry.day(), campaigns.today(campaign)));
    return opened(
        campaign,
        filer,
        filing,
        school,
        entry.indicator().orElse(""),
        entry.occurredAt(),
        entry.day());
  }

  private Appeal missing(Campaign campaign, String filer, Filing filing, Person person) {
    LocalDate day = filing.day().orElseThrow(() -> new AppealRefused(Why.DAY_MISSING));
    String indicator =
        filing
            .indicator()
            .filter(code -> EffectRule.indicator(campaign, day, code).isPresent())
            .orElseThrow(() -> new AppealRefused(Why.INDICATOR_UNKNOWN));
    return opened(
        campaign,
        filer,
        filing,
        Authority.school(person, day, campaigns.today(campaign)),
        indicator,
        day.atTime(LocalTime.NOON).atZone(campaign.zone()).toInstant(),
        day);
  }

  private Appeal opened(
      Campaign campaign,
      String filer,
      Filing filing,
      Optional<String> school,
      String indicator,
      Instant occurredAt,
      LocalDate day) {
    return new Appeal(
        0,
        campaign.id(),
        filing.kind(),
        filing.account(),
        filer,
        school,
        filing.action(),
        indicator,
        occurredAt,
        day,
        now(),
        DeadlineRule.answerBy(campaign, campaigns.today(campaign)),
        State.OPEN,
        0,
        Optional.empty());
  }

  /** The first day whose entries can be contested now. */
  public LocalDate firstDay(Campaign campaign) {
    return DeadlineRule.firstDay(campaign, campaigns.today(campaign));
  }

  /** Whether an entry of a day can be contested now. */
  public boolean canFile(Campaign campaign, LocalDate day) {
    return DeadlineRule.obstacle(campaign, day, campaigns.today(campaign)).isEmpty();
  }

  /**
   * Whom somebody may file for: the person, when it is themselves or somebody of their school.
   *
   * @param filer account of who wants to file
   */
  public Optional<Person> contested(Campaign campaign, String filer, String account) {
    return authority.contested(campaign, filer, account);
  }

  /**
   * Adds words or evidence to an open appeal; either party may.
   *
   * @throws AppealRefused when nothing can be added
   */
  public void add(long id, Party party, String words, List<Upload> files) {
    String said = words(words, files.isEmpty());
    List<CheckedFile> checked = checked(files);
    database.useTransaction(
        tx -> {
          Appeal appeal = readable(tx, id, party);
          if (!appeals.touch(tx, id)) {
            throw new AppealRefused(Why.DECIDED);
          }
          note(tx, id, What.ADDED, party, said, checked);
          if (party.bureau()) {
            tell(tx, appeal, "notice.appeal.added");
          }
        });
  }

  /**
   * Takes an open appeal back; only who filed it can.
   *
   * @throws AppealRefused when it is no longer open, or not the caller's
   */
  public void withdraw(long id, String filer, String words) {
    String said = words(words, false);
    database.useTransaction(
        tx -> {
          Appeal appeal = readable(tx, id, Party.person(filer));
          if (!appeal.filer().equals(filer)) {
            throw new AppealRefused(Why.NOT_ALLOWED);
          }
          if (!appeals.end(tx, id, State.WITHDRAWN, Optional.empty())) {
            throw new AppealRefused(Why.DECIDED);
          }
          note(tx, id, What.WITHDRAWN, Party.person(filer), said, List.of());
        });
  }

  /** An appeal that somebody may look at, or {@link Why#UNKNOWN}. */
  private Appeal readable(Handle tx, long id, Party party) {
    Appeal appeal = appeals.find(tx, id).orElseThrow(() -> new AppealRefused(Why.UNKNOWN));
    if (!authority.mayRead(authority.campaign(appeal), appeal, party)) {
      throw new AppealRefused(Why.UNKNOWN);
    }
    return appeal;
  }

  private void note(
      Handle tx, long id, What what, Party party, String words, List<CheckedFile> files) {
    if (history.attachments(tx, id) + files.size() > MAX_FILES) {
      throw new AppealRefused(Why.TOO_MANY_FILES);
    }
    long event = history.add(tx, id, now(), what, party, words);
    files.forEach(f -> history.attach(tx, id, event, f));
  }

  private void tell(Handle tx, Appeal appeal, String key) {
    for (String account : readers(appeal)) {
      notices.tell(
          tx, account, key, arguments(authority.campaign(appeal), appeal), PAGE + appeal.id());
    }
  }

  /** Whom the bureau's answers concern. */
  static Set<String> readers(Appeal appeal) {
    Set<String> accounts = new LinkedHashSet<>();
    accounts.add(appeal.filer());
    accounts.add(appeal.account());
    return accounts;
  }

  /** What every notice of an appeal can say: its number, the day, the indicator. */
  static List<String> arguments(Campaign campaign, Appeal appeal) {
    return List.of(
        "" + appeal.id(),
        appeal.day().toString(),
        EffectRule.indicator(campaign, appeal.day(), appeal.indicator())
            .map(i -> i.name())
            .orElse("-"));
  }

  /** A text in order, or the reason why it is none. */
  static String words(String raw, boolean needed) {
    String words = WordsRule.tidy(raw);
    if (needed && words.isEmpty()) {
      throw new AppealRefused(Why.WORDS_MISSING);
    }
    if (words.length() > WordsRule.MAX_WORDS) {
      throw new AppealRefused(Why.WORDS_TOO_LONG);
    }
    return words;
  }

  private static List<CheckedFile> checked(List<Upload> files) {
    if (files.size() > MAX_FILES) {
      throw new AppealRefused(Why.TOO_MANY_FILES);
    }
    try {
      return files.stream().map(file -> file.checked(TYPES)).toList();
    } catch (FileRefused e) {
      throw new AppealRefused(Why.valueOf("FILE_" + e.why()), e.file());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
