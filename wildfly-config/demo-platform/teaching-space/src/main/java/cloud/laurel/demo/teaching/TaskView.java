package cloud.laurel.demo.teaching;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The page of one task: its form, and what was done before. */
@Named("doing")
@ViewScoped
public class TaskView implements Serializable {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Inject private TaskService tasks;
  @Inject private Works works;
  @Inject private PlatformUsers users;
  @Inject private Signed signed;
  @Inject private Language language;

  private Task task = Task.LESSON;
  private String title = "";
  private String detail = "";
  private long chosen;
  private String person = "";

  /** Does it and comes back to this page with what was saved. */
  public String submit() {
    Work work = tasks.perform(task, signed.getUser(), title, detail, chosen, person);
    FacesContext context = FacesContext.getCurrentInstance();
    String name = language.text("task." + task.getCode());
    String text =
        MessageFormat.format(
            language.text("done"), name, work.getTitle(), String.valueOf(work.getId()));
    context.getExternalContext().getFlash().setKeepMessages(true);
    context.getExternalContext().getFlash().put("saved", true);
    context.addMessage(null, new FacesMessage(text));
    return "task?faces-redirect=true&what=" + task.getCode();
  }

  /** What was done before, newest first. */
  public List<Work> getDone() {
    return works.newest(task);
  }

  /** The pupils to pick from. */
  public List<PlatformUser> getPupils() {
    return users.withRole(PlatformUser.Role.PUPIL);
  }

  /** The teachers to pick from, without the one who is signed in. */
  public List<PlatformUser> getColleagues() {
    String me = signed.getUser().getAccount();
    return users.withRole(PlatformUser.Role.TEACHER).stream()
        .filter(user -> !user.getAccount().equals(me))
        .toList();
  }

  /** The groups or the homework to pick from. */
  public List<Work> getChoices() {
    return works.newest(task == Task.GROUP_JOIN ? Task.GROUP_CREATE : Task.HOMEWORK);
  }

  /** Whether something must be made first, before this can be done. */
  public boolean isWaiting() {
    return (task.asks("GROUP") || task.asks("HOMEWORK")) && getChoices().isEmpty();
  }

  /** The name of a person by account. */
  public String nameOf(String account) {
    PlatformUser user = users.byAccount(account);
    return user == null ? account : user.getName();
  }

  /** A moment as the clock on the wall shows it. */
  public LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE);
  }

  /** The task of this page. */
  public Task getTask() {
    return task;
  }

  /** The task's name in the address. */
  public String getCode() {
    return task.getCode();
  }

  /** Chooses the task. */
  public void setCode(String code) {
    task = Task.ofCode(code);
  }

  /** Title of the work. */
  public String getTitle() {
    return title;
  }

  /** Title of the work. */
  public void setTitle(String value) {
    title = value;
  }

  /** Text of the work. */
  public String getDetail() {
    return detail;
  }

  /** Text of the work. */
  public void setDetail(String value) {
    detail = value;
  }

  /** The chosen group or homework. */
  public long getChosen() {
    return chosen;
  }

  /** The chosen group or homework. */
  public void setChosen(long value) {
    chosen = value;
  }

  /** The chosen pupil or colleague. */
  public String getPerson() {
    return person;
  }

  /** The chosen pupil or colleague. */
  public void setPerson(String value) {
    person = value;
  }
}
