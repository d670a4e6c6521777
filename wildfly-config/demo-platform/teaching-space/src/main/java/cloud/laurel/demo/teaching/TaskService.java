package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Does what a form asks for, each task by the bean that answers for it. */
@RequestScoped
public class TaskService {

  @Inject private ResourceService resources;
  @Inject private LessonService lessons;
  @Inject private ResearchGroupService groups;
  @Inject private HomeworkService homework;
  @Inject private MarksService marks;
  @Inject private EvaluationService evaluations;
  @Inject private NoticeService notices;
  @Inject private ActivityService activities;
  @Inject private InvitationService invitations;
  @Inject private CourseService courses;
  @Inject private PlatformUsers users;

  /**
   * Does it for a teacher.
   *
   * @param chosen number of the group or homework that the form offers
   * @param person account of the pupil or colleague that the form offers
   */
  public Work perform(
      Task task, PlatformUser me, String title, String detail, long chosen, String person) {
    String account = me.getAccount();
    return switch (task) {
      case RESOURCE -> resources.upload(account, title, detail);
      case LESSON -> lessons.prepare(account, title, detail);
      case GROUP_CREATE -> groups.create(account, title, detail);
      case GROUP_JOIN -> groups.join(account, chosen);
      case HOMEWORK -> homework.assign(account, title, detail);
      case MARKS -> marks.create(account, title, detail);
      case EVALUATION -> evaluations.complete(account, users.byAccount(person), detail);
      case NOTICE -> notices.publish(account, title, detail);
      case ACTIVITY -> activities.publish(account, title, detail);
      case INVITATION -> invitations.invite(me, users.byAccount(person));
      case STUDY -> courses.study(person, title);
      case HOMEWORK_DONE -> homework.complete(person, chosen);
    };
  }
}
