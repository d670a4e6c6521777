package cloud.laurel.engine;

import cloud.laurel.announcement.AnnouncementService;
import cloud.laurel.announcement.AnnouncementWorker;
import cloud.laurel.announcement.HonourRoll;
import cloud.laurel.announcement.ObjectionService;
import cloud.laurel.announcement.PublicListService;
import cloud.laurel.announcement.ResultImport;
import cloud.laurel.appeal.AppealCaseService;
import cloud.laurel.appeal.AppealService;
import cloud.laurel.appeal.DecisionService;
import cloud.laurel.bulletin.BasisReader;
import cloud.laurel.bulletin.BulletinService;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.KnownAttributes;
import cloud.laurel.certificate.CertificatePress;
import cloud.laurel.certificate.CertificateServices;
import cloud.laurel.course.CourseService;
import cloud.laurel.goal.GoalService;
import cloud.laurel.intake.ImportFolder;
import cloud.laurel.intake.IntakeService;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.opening.OpeningService;
import cloud.laurel.opening.OpeningWorker;
import cloud.laurel.opening.SpaceService;
import cloud.laurel.plan.CentralService;
import cloud.laurel.plan.PlanService;
import cloud.laurel.plan.TrainingService;
import cloud.laurel.replay.ReplayService;
import cloud.laurel.replay.ReplayWorker;
import cloud.laurel.report.ReportService;
import cloud.laurel.result.ResultService;
import cloud.laurel.roster.RosterDeskService;
import cloud.laurel.roster.RosterFileService;
import cloud.laurel.roster.RosterJobService;
import cloud.laurel.roster.RosterJobWorker;
import cloud.laurel.roster.RosterService;
import cloud.laurel.scoring.DiscardedBooks;
import cloud.laurel.scoring.RejudgeService;
import cloud.laurel.scoring.ScoringService;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.showcase.PublishingService;
import cloud.laurel.showcase.ShowcaseService;
import cloud.laurel.signal.SignalService;
import cloud.laurel.standing.DiffService;
import cloud.laurel.standing.SchoolTotalsCheck;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.standing.StandingService;
import cloud.laurel.standing.Totals;
import cloud.laurel.store.Database;
import cloud.laurel.trial.ConditionTrial;
import cloud.laurel.worklist.ReminderService;
import cloud.laurel.worklist.WorklistService;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The engine's services on one database. Its schema is brought up to date when it is made. */
public final class Engine {

  private final Database database;
  private final CampaignService campaigns;
  private final RosterService roster;
  private final RosterDeskService rosterDesk;
  private final RosterJobService rosterJobs;
  private final RosterJobWorker rosterWorker;
  private final RosterFileService rosterFiles;
  private final IntakeService intake;
  private final StandingService standings;
  private final GoalService goals;
  private final RejudgeService rejudge;
  private final SnapshotService snapshots;
  private final ResultService results;
  private final BulletinService bulletins;
  private final SelectionService selections;
  private final ReplayService replays;
  private final ReplayWorker replayWorker;
  private final DiscardedBooks discardedBooks;
  private final ImportFolder importFolder;
  private final NotificationService notices;
  private final AppealService appeals;
  private final AppealCaseService appealCases;
  private final DecisionService decisions;
  private final SignalService signals;
  private final CourseService courses;
  private final PlanService plans;
  private final TrainingService trainings;
  private final CentralService centrals;
  private final KnownAttributes attributes;
  private final ConditionTrial trial;
  private final WorklistService worklist;
  private final ReminderService reminders;
  private final ReportService reports;
  private final OpeningService opening;
  private final OpeningWorker openingWorker;
  private final ShowcaseService showcases;
  private final PublishingService publishing;
  private final AnnouncementService announcements;
  private final AnnouncementWorker announcementWorker;
  private final PublicListService publicLists;
  private final ObjectionService objections;
  private final CertificateServices certificates;

  /** One without a press: everything but certificates can be made. */
  public Engine(Database database, InstantSource clock) {
    this(database, clock, CertificatePress.NONE);
  }

  /** Migrates the database and makes the services. */
  public Engine(Database database, InstantSource clock, CertificatePress press) {
    database.migrate();
    this.database = database;
    Totals totals = new Totals();
    AtomicReference<CampaignService> judging = new AtomicReference<>();
    RejudgeService.Trigger trigger =
        new RejudgeService.Trigger(totals, clock, tx -> judging.get().judging(tx));
    openingWorker = new OpeningWorker(database, clock);
    roster = new RosterService(database, clock, List.of(trigger, openingWorker));
    rosterDesk = new RosterDeskService(database, roster, clock);
    rosterJobs = new RosterJobService(database, clock);
    rosterFiles = new RosterFileService(database, rosterJobs);
    rosterWorker = new RosterJobWorker(database, roster, rosterJobs, clock);
    standings = new StandingService(database, roster, totals, clock);
    snapshots = new SnapshotService(database, standings, clock);
    opening = new OpeningService(database, standings, clock);
    notices = new NotificationService(database, clock);
    plans = new PlanService(database, clock, notices);
    trainings = new TrainingService(database, clock);
    results = new ResultService(database, standings, snapshots, opening, plans, trainings, clock);
    campaigns = new CampaignService(database, clock, List.of(trigger, results));
    judging.set(campaigns);
    selections = new SelectionService(database, results, clock);
    ActionJournal journal = new ActionJournal();
    ScoringService scoring = new ScoringService(campaigns, roster, journal, totals);
    attributes = new KnownAttributes(database);
    SpaceService spaces = new SpaceService(campaigns, roster, totals);
    intake = new IntakeService(database, journal, scoring, spaces, attributes, clock);
    trial = new ConditionTrial(database, journal);
    goals = new GoalService(database, clock);
    rejudge = new RejudgeService(database, campaigns, scoring);
    replays =
        new ReplayService(
            database, campaigns, standings, new DiffService(standings), snapshots, clock);
    replayWorker =
        new ReplayWorker(
            database,
            campaigns,
            journal,
            scoring,
            new SchoolTotalsCheck(database, totals, clock),
            replays,
            clock);
    discardedBooks = new DiscardedBooks(database);
    announcements =
        new AnnouncementService(
            database, clock, campaign -> selections.confirmed(campaign).map(HonourRoll::of));
    appeals = new AppealService(database, clock, campaigns, roster, standings, notices);
    appealCases = new AppealCaseService(database, campaigns, roster, standings);
    decisions = new DecisionService(database, clock, campaigns, roster, journal, intake, notices);
    signals = new SignalService(database, campaigns, clock);
    courses = new CourseService(database, campaigns, standings, clock);
    centrals = new CentralService(database, clock);
    worklist = new WorklistService(database, standings, roster, plans, trainings, clock);
    reminders = new ReminderService(database, notices, clock);
    bulletins = new BulletinService(database, new BasisReader(results, selections), clock);
    reports = new ReportService(database, standings, worklist, clock);
    showcases = new ShowcaseService(database, clock);
    publishing = new PublishingService(database, clock, notices);
    announcementWorker = new AnnouncementWorker(database, clock, campaigns, announcements);
    publicLists = new PublicListService(database, clock, campaigns);
    objections = new ObjectionService(database, clock, campaigns);
    certificates =
        CertificateServices.of(database, clock, press, campaigns, roster, publicLists, selections);
    ResultImport decided = new ResultImport(campaigns, selections, announcements);
    importFolder =
        new ImportFolder(
            database, clock, campaigns, roster, intake, decided, certificates.importer());
  }

  /** The database itself, for health checks. */
  public Database database() {
    return database;
  }

  /** Campaigns. */
  public CampaignService campaigns() {
    return campaigns;
  }

  /** The roster. */
  public RosterService roster() {
    return roster;
  }

  /** What officers and schools do about the roster. */
  public RosterDeskService rosterDesk() {
    return rosterDesk;
  }

  /** Files on their way into the roster. */
  public RosterJobService rosterJobs() {
    return rosterJobs;
  }

  /** Does the work of {@link #rosterJobs}; to be called again and again by one thread. */
  public RosterJobWorker rosterWorker() {
    return rosterWorker;
  }

  /** Files of the roster that go out. */
  public RosterFileService rosterFiles() {
    return rosterFiles;
  }

  /** The way in for actions. */
  public IntakeService intake() {
    return intake;
  }

  /** Scores and ledgers. */
  public StandingService standings() {
    return standings;
  }

  /** What the bureau may want to look at. */
  public SignalService signals() {
    return signals;
  }

  /** Campaigns over their past days. */
  public CourseService courses() {
    return courses;
  }

  /** Standings as they were. */
  public SnapshotService snapshots() {
    return snapshots;
  }

  /** What campaigns came to. */
  public ResultService results() {
    return results;
  }

  /** Bulletins. */
  public BulletinService bulletins() {
    return bulletins;
  }

  /** Whom campaigns honour. */
  public SelectionService selections() {
    return selections;
  }

  /** Recomputing campaigns. */
  public ReplayService replays() {
    return replays;
  }

  /** What conditions can read, as far as it has been seen. */
  public KnownAttributes attributes() {
    return attributes;
  }

  /** Conditions tried on past actions. */
  public ConditionTrial trial() {
    return trial;
  }

  /** Goals that schools set for their own people. */
  public GoalService goals() {
    return goals;
  }

  /** How far spaces are open. */
  public OpeningService opening() {
    return opening;
  }

  /** The first start's import. */
  public ImportFolder importFolder() {
    return importFolder;
  }

  /** What people are told. */
  public NotificationService notices() {
    return notices;
  }

  /** Filing appeals. */
  public AppealService appeals() {
    return appeals;
  }

  /** Looking at appeals. */
  public AppealCaseService appealCases() {
    return appealCases;
  }

  /** Deciding appeals. */
  public DecisionService decisions() {
    return decisions;
  }

  /** What schools have done, have to do and are late with. */
  public WorklistService worklist() {
    return worklist;
  }

  /** Reminding schools of it. */
  public ReminderService reminders() {
    return reminders;
  }

  /** Progress reports. */
  public ReportService reports() {
    return reports;
  }

  /** What schools plan. */
  public PlanService plans() {
    return plans;
  }

  /** Who acts for central schools. */
  public CentralService centrals() {
    return centrals;
  }

  /** Certificates. */
  public CertificateServices certificates() {
    return certificates;
  }

  /** How schools train their people. */
  public TrainingService trainings() {
    return trainings;
  }

  /** What schools show of their work. */
  public ShowcaseService showcases() {
    return showcases;
  }

  /** What the bureau does about it. */
  public PublishingService publishing() {
    return publishing;
  }

  /** Winners on public notice, and published ones. */
  public AnnouncementService announcements() {
    return announcements;
  }

  /** What the public may read of them. */
  public PublicListService publicLists() {
    return publicLists;
  }

  /** What the public holds against them. */
  public ObjectionService objections() {
    return objections;
  }

  /** Has what pages share read anew before it is shown again. */
  public void forgetBoards() {
    standings.forgetBoards();
    worklist.forgetBoards();
    results.forgetBoards();
    bulletins.forgetBoards();
  }

  /** Keeps fresh what pages share; to be called again and again by a thread of its own. */
  public void keep() {
    standings.keep();
    worklist.keep();
    results.keep();
    bulletins.keep();
  }

  /**
   * Does what waits: the count of a new day, notices whose time is over, changes to fold into the
   * spread of points, accounts to be judged again, replays, past weeks of opening. To be called
   * again and again by one thread.
   *
   * @return whether more may be waiting
   */
  public boolean work() {
    database.read(campaigns::judging).forEach(standings::refresh);
    boolean folding = standings.fold();
    replayWorker.tick();
    announcementWorker.tick();
    return rejudge.work()
        || replayWorker.work()
        || discardedBooks.work()
        || openingWorker.work(campaigns)
        || folding;
  }
}
