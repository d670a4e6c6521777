package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.Attachment;
import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CheckedFile;
import cloud.laurel.input.WordsRule;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.plan.Plan.Content;
import cloud.laurel.plan.Plan.State;
import cloud.laurel.plan.PlanEvent.What;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The plans of schools: written and submitted by a school, accepted or returned by the bureau. The
 * caller sees to it that only those write for a school who may.
 */
public class PlanService {

  /** Most files of one plan. */
  public static final int MAX_FILES = 5;

  private static final Set<Type> TYPES = Set.of(Type.PDF, Type.PNG, Type.JPEG, Type.DOCX);
  private static final String PAGE = "/school/plan?code=";

  private final Database database;
  private final InstantSource clock;
  private final NotificationService notices;
  private final PlanRepository plans = new PlanRepository();
  private final PlanEventRepository events = new PlanEventRepository();
  private final SchoolFileRepository files = SchoolFileRepository.ofPlans();

  /** One for a database. */
  public PlanService(Database database, InstantSource clock, NotificationService notices) {
    this.database = database;
    this.clock = clock;
    this.notices = notices;
  }

  /** A school's plan; empty when nothing was ever written. */
  public Optional<Plan> find(Campaign campaign, String school) {
    return database.read(tx -> plans.find(tx, campaign.id(), school));
  }

  /** Where the plans of a campaign stand, by school; schools that wrote nothing are missing. */
  public Map<String, PlanStatus> states(Campaign campaign) {
    return database.read(tx -> states(tx, campaign));
  }

  /** The same as one transaction sees it. */
  public Map<String, PlanStatus> states(Handle tx, Campaign campaign) {
    return plans.states(tx, campaign.id());
  }

  /** What happened to a plan, oldest first. */
  public List<PlanEvent> history(Plan plan) {
    return database.read(tx -> events.of(tx, plan.id()));
  }

  /** The files that belong to a plan, oldest first. */
  public List<Attachment> files(Plan plan) {
    return database.read(tx -> files.of(tx, plan.id()));
  }

  /** One of them with its content. */
  public Optional<Attachment.Content> file(Plan plan, long file) {
    return database.read(tx -> files.content(tx, plan.id(), file));
  }

  /**
   * Keeps what a school has written so far.
   *
   * @param account of who wrote it
   * @throws PlanRefused when it cannot be changed
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong with its words
   * @throws cloud.laurel.input.FileRefused when a file cannot be taken
   */
  public void save(Campaign campaign, String school, String account, PlanChange change) {
    store(campaign, school, account, change, false);
  }

  /**
   * Keeps it and hands it to the bureau; from now on it stays as it is until it is returned.
   *
   * @param account of who submits it
   * @throws PlanRefused when it cannot be changed
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong or missing
   * @throws cloud.laurel.input.FileRefused when a file cannot be taken
   */
  public void submit(Campaign campaign, String school, String account, PlanChange change) {
    store(campaign, school, account, change, true);
  }

  private void store(
      Campaign campaign, String school, String account, PlanChange change, boolean submitted) {
    requireOpen(campaign, school);
    Content content = PlanRule.read(change.draft(), submitted);
    List<CheckedFile> added = change.files().stream().map(f -> f.checked(TYPES)).toList();
    database.useTransaction(
        tx -> {
          Plan plan = writable(tx, campaign, school, change.version());
          plans.write(tx, plan.id(), content);
          events.saved(tx, plan.id(), now(), account);
          exchange(tx, plan, account, added, change.removed());
          if (submitted) {
            plans.submit(tx, plan.id(), now());
            events.add(tx, plan.id(), now(), What.SUBMITTED, false, account, "");
          }
        });
  }

  private Plan writable(Handle tx, Campaign campaign, String school, int version) {
    if (version == 0) {
      plans.insert(tx, campaign.id(), school);
    }
    Plan plan =
        plans.find(tx, campaign.id(), school).orElseThrow(() -> new PlanRefused(Why.UNKNOWN));
    if (!plan.state().isWritable()) {
      throw new PlanRefused(Why.HANDED_IN);
    }
    if (!plans.touch(tx, plan.id(), version)) {
      throw new PlanRefused(Why.CHANGED);
    }
    return plan;
  }

  private void exchange(
      Handle tx, Plan plan, String account, List<CheckedFile> added, Set<Long> removed) {
    List<Attachment> known = files.of(tx, plan.id());
    List<Attachment> gone = known.stream().filter(f -> removed.contains(f.id())).toList();
    if (known.size() - gone.size() + added.size() > MAX_FILES) {
      throw new PlanRefused(Why.TOO_MANY_FILES);
    }
    for (Attachment file : gone) {
      files.remove(tx, file.id());
      events.add(tx, plan.id(), now(), What.FILE_REMOVED, false, account, file.name());
    }
    for (CheckedFile file : added) {
      files.add(tx, plan.id(), file);
      events.add(tx, plan.id(), now(), What.FILE_ADDED, false, account, file.name());
    }
  }

  /**
   * The bureau agrees with a submitted plan.
   *
   * @param version of the plan that was looked at
   * @param remark may be empty
   * @throws PlanRefused when it is not there to be accepted
   */
  public void accept(Campaign campaign, String school, String officer, int version, String remark) {
    decide(campaign, school, officer, version, Decision.ACCEPT, remark);
  }

  /**
   * The bureau returns a submitted plan to be written again.
   *
   * @param version of the plan that was looked at
   * @param remark what has to change
   * @throws PlanRefused when it is not there to be returned
   */
  public void giveBack(
      Campaign campaign, String school, String officer, int version, String remark) {
    decide(campaign, school, officer, version, Decision.GIVE_BACK, remark);
  }

  /**
   * The bureau lets a school write an accepted plan again.
   *
   * @param version of the plan that was looked at
   * @throws PlanRefused when it is not there to be reopened
   */
  public void reopen(Campaign campaign, String school, String officer, int version, String reason) {
    decide(campaign, school, officer, version, Decision.REOPEN, reason);
  }

  /** What an officer can do, from which state to which. */
  private enum Decision {
    ACCEPT(State.SUBMITTED, State.ACCEPTED, What.ACCEPTED, "notice.plan.accepted"),
    GIVE_BACK(State.SUBMITTED, State.RETURNED, What.RETURNED, "notice.plan.returned"),
    REOPEN(State.ACCEPTED, State.RETURNED, What.REOPENED, "notice.plan.reopened");

    private final State from;
    private final State to;
    private final What what;
    private final String notice;

    Decision(State from, State to, What what, String notice) {
      this.from = from;
      this.to = to;
      this.what = what;
      this.notice = notice;
    }
  }

  private void decide(
      Campaign campaign,
      String school,
      String officer,
      int version,
      Decision decision,
      String words) {
    requireOpen(campaign, school);
    String said = words(words, decision != Decision.ACCEPT);
    database.useTransaction(
        tx -> {
          Plan plan =
              plans.find(tx, campaign.id(), school).orElseThrow(() -> new PlanRefused(Why.UNKNOWN));
          if (plan.state() != decision.from) {
            throw new PlanRefused(Why.OTHER_STATE);
          }
          if (!plans.touch(tx, plan.id(), version)) {
            throw new PlanRefused(Why.CHANGED);
          }
          plans.state(tx, plan.id(), decision.to);
          events.add(tx, plan.id(), now(), decision.what, true, officer, said);
          for (String account : plans.administrators(tx, school, campaign.dayOf(clock.instant()))) {
            notices.tell(tx, account, decision.notice, List.of(campaign.title()), PAGE + school);
          }
        });
  }

  private static String words(String raw, boolean needed) {
    String words = WordsRule.tidy(raw);
    if (needed && words.isEmpty()) {
      throw new PlanRefused(Why.WORDS_MISSING);
    }
    if (words.length() > WordsRule.MAX_WORDS) {
      throw new PlanRefused(Why.WORDS_TOO_LONG);
    }
    return words;
  }

  static void requireOpen(Campaign campaign, String school) {
    if (campaign.state() != Campaign.State.RUNNING) {
      throw new PlanRefused(Why.NOT_RUNNING);
    }
    if (!campaign.includes(school)) {
      throw new PlanRefused(Why.NOT_INCLUDED);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
