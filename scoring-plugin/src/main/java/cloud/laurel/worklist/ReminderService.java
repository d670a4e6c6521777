package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.store.Database;
import cloud.laurel.worklist.Reminder.ToSchool;
import cloud.laurel.worklist.WorklistRepository.Administrator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reminds schools' administrators of what is not done, on the pages and by mail. */
public class ReminderService {

  private final Database database;
  private final NotificationService notices;
  private final InstantSource clock;
  private final WorklistRepository repository = new WorklistRepository();

  /** One for a database. */
  public ReminderService(Database database, NotificationService notices, InstantSource clock) {
    this.database = database;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Whom a reminder would go to now.
   *
   * @param schools those that may be reminded
   * @param items of what, as far as it is not done
   */
  public Reminder prepare(Campaign campaign, List<SchoolWork> schools, Set<Item> items) {
    LocalDate today = campaign.dayOf(clock.instant());
    Map<String, Set<String>> administrators =
        database.read(tx -> repository.administrators(tx, today)).stream()
            .collect(
                Collectors.groupingBy(
                    Administrator::school,
                    Collectors.mapping(
                        Administrator::account, Collectors.toCollection(TreeSet::new))));
    return ReminderRule.of(campaign, schools, items, administrators, today);
  }

  /**
   * Sends a reminder. Whoever was quicker has reminded a school of an item for that day; nobody is
   * told twice, however often this is called.
   *
   * @param by the user name of who does it
   * @return how many schools were told of at least one item
   */
  public int send(Campaign campaign, Reminder reminder, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        tx -> {
          int told = 0;
          for (ToSchool to : reminder.schools()) {
            List<Item> noted =
                to.items().stream()
                    .filter(
                        item ->
                            repository.remind(
                                tx,
                                campaign,
                                to.school().code(),
                                item,
                                campaign.dayOf(now),
                                now.atOffset(ZoneOffset.UTC),
                                by))
                    .toList();
            if (!noted.isEmpty()) {
              tell(tx, to, noted);
              told++;
            }
          }
          return told;
        });
  }

  private void tell(Handle tx, ToSchool to, List<Item> items) {
    String path =
        "/school?code=" + URLEncoder.encode(to.school().code(), StandardCharsets.UTF_8) + "#own";
    to.administrators()
        .forEach(account -> notices.tell(tx, account, key(items), arguments(items), path));
  }

  /**
   * The text of a reminder: of one item its own, of several their number.
   *
   * @param items at least one
   */
  public static String key(List<Item> items) {
    return "notice.worklist." + (items.size() == 1 ? items.get(0).name() : "several");
  }

  /** What is put into that text. */
  public static List<String> arguments(List<Item> items) {
    return items.size() == 1 ? List.of() : List.of(String.valueOf(items.size()));
  }
}
