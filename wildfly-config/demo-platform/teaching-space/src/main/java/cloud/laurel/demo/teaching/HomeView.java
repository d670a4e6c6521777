package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The start page: the teacher's functions, the pupils' two, and the action that fails. */
@Named("home")
@RequestScoped
public class HomeView {

  @Inject private FailingDay failing;
  @Inject private Signed signed;
  @Inject private Language language;

  /** What teachers do. */
  public List<Task> getTeachers() {
    return Arrays.stream(Task.values()).filter(task -> !task.isPupils()).toList();
  }

  /** What pupils do. */
  public List<Task> getPupils() {
    return Arrays.stream(Task.values()).filter(Task::isPupils).toList();
  }

  /** Prepares a lesson whose transaction rolls back, and says so. */
  public String fail() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      failing.prepareAndFail(signed.getUser().getAccount(), language.text("fail.lesson"));
    } catch (IllegalStateException expected) {
      String text = language.text("fail.done");
      context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
    }
    context.getExternalContext().getFlash().setKeepMessages(true);
    return "index?faces-redirect=true";
  }
}
