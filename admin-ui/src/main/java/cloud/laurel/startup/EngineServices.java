package cloud.laurel.startup;

import cloud.laurel.announcement.AnnouncementService;
import cloud.laurel.announcement.ObjectionService;
import cloud.laurel.announcement.PublicListService;
import cloud.laurel.appeal.AppealCaseService;
import cloud.laurel.appeal.AppealService;
import cloud.laurel.appeal.DecisionService;
import cloud.laurel.bulletin.BulletinService;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.KnownAttributes;
import cloud.laurel.certificate.BatchService;
import cloud.laurel.certificate.CertificatePrinter;
import cloud.laurel.certificate.ChangeService;
import cloud.laurel.certificate.IssueService;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.RegisterService;
import cloud.laurel.certificate.StatusListService;
import cloud.laurel.course.CourseService;
import cloud.laurel.engine.Engine;
import cloud.laurel.goal.GoalService;
import cloud.laurel.intake.IntakeService;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.opening.OpeningService;
import cloud.laurel.plan.CentralService;
import cloud.laurel.plan.PlanService;
import cloud.laurel.plan.TrainingService;
import cloud.laurel.replay.ReplayService;
import cloud.laurel.report.ReportService;
import cloud.laurel.result.ResultService;
import cloud.laurel.roster.RosterDeskService;
import cloud.laurel.roster.RosterFileService;
import cloud.laurel.roster.RosterJobService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.showcase.PublishingService;
import cloud.laurel.showcase.ShowcaseService;
import cloud.laurel.signal.SignalService;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.standing.StandingService;
import cloud.laurel.template.SealService;
import cloud.laurel.template.TemplateService;
import cloud.laurel.trial.ConditionTrial;
import cloud.laurel.worklist.ReminderService;
import cloud.laurel.worklist.WorklistService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The engine's services as what resources and pages have injected; fresh at each injection. */
@ApplicationScoped
class EngineServices {

  @Inject private EngineHost host;

  private Engine engine() {
    return host.engine();
  }

  @Produces
  @Dependent
  CampaignService campaigns() {
    return engine().campaigns();
  }

  @Produces
  @Dependent
  RosterService roster() {
    return engine().roster();
  }

  @Produces
  @Dependent
  RosterDeskService rosterDesk() {
    return engine().rosterDesk();
  }

  @Produces
  @Dependent
  RosterJobService rosterJobs() {
    return engine().rosterJobs();
  }

  @Produces
  @Dependent
  RosterFileService rosterFiles() {
    return engine().rosterFiles();
  }

  @Produces
  @Dependent
  IntakeService intake() {
    return engine().intake();
  }

  @Produces
  @Dependent
  StandingService standings() {
    return engine().standings();
  }

  @Produces
  @Dependent
  AppealService appeals() {
    return engine().appeals();
  }

  @Produces
  @Dependent
  KnownAttributes attributes() {
    return engine().attributes();
  }

  @Produces
  @Dependent
  ConditionTrial conditionTrial() {
    return engine().trial();
  }

  @Produces
  @Dependent
  SignalService signals() {
    return engine().signals();
  }

  @Produces
  @Dependent
  ReplayService replays() {
    return engine().replays();
  }

  @Produces
  @Dependent
  AppealCaseService appealCases() {
    return engine().appealCases();
  }

  @Produces
  @Dependent
  DecisionService decisions() {
    return engine().decisions();
  }

  @Produces
  @Dependent
  NotificationService notices() {
    return engine().notices();
  }

  @Produces
  @Dependent
  ResultService results() {
    return engine().results();
  }

  @Produces
  @Dependent
  BulletinService bulletins() {
    return engine().bulletins();
  }

  @Produces
  @Dependent
  SelectionService selections() {
    return engine().selections();
  }

  @Produces
  @Dependent
  SnapshotService snapshots() {
    return engine().snapshots();
  }

  @Produces
  @Dependent
  CourseService courses() {
    return engine().courses();
  }

  @Produces
  @Dependent
  GoalService goals() {
    return engine().goals();
  }

  @Produces
  @Dependent
  WorklistService worklist() {
    return engine().worklist();
  }

  @Produces
  @Dependent
  PlanService plans() {
    return engine().plans();
  }

  @Produces
  @Dependent
  CentralService centrals() {
    return engine().centrals();
  }

  @Produces
  @Dependent
  ReminderService reminders() {
    return engine().reminders();
  }

  @Produces
  @Dependent
  ReportService reports() {
    return engine().reports();
  }

  @Produces
  @Dependent
  TrainingService trainings() {
    return engine().trainings();
  }

  @Produces
  @Dependent
  OpeningService opening() {
    return engine().opening();
  }

  @Produces
  @Dependent
  ShowcaseService showcases() {
    return engine().showcases();
  }

  @Produces
  @Dependent
  PublishingService publishing() {
    return engine().publishing();
  }

  @Produces
  @Dependent
  AnnouncementService announcements() {
    return engine().announcements();
  }

  @Produces
  @Dependent
  PublicListService publicLists() {
    return engine().publicLists();
  }

  @Produces
  @Dependent
  ObjectionService objections() {
    return engine().objections();
  }

  @Produces
  @Dependent
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Dependent
  IssueService certificateIssue() {
    return engine().certificates().issue();
  }

  @Produces
  @Dependent
  BatchService certificateBatches() {
    return engine().certificates().batches();
  }

  @Produces
  @Dependent
  ChangeService certificateChanges() {
    return engine().certificates().changes();
  }

  @Produces
  @Dependent
  RegisterService certificateRegister() {
    return engine().certificates().register();
  }

  @Produces
  @Dependent
  LookupService certificateLookup() {
    return engine().certificates().lookup();
  }

  @Produces
  @Dependent
  StatusListService statusLists() {
    return engine().certificates().statusLists();
  }

  @Produces
  @Dependent
  CertificatePrinter certificatePrinter() {
    return engine().certificates().printer();
  }

  @Produces
  @Dependent
  TemplateService templates() {
    return engine().certificates().templates();
  }

  @Produces
  @Dependent
  SealService seals() {
    return engine().certificates().seals();
  }
}
