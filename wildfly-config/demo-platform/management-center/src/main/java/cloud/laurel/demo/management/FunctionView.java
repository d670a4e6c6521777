package cloud.laurel.demo.management;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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

/** The page of one function: what there is, and forms to create, import and edit. */
@Named("function")
@ViewScoped
public class FunctionView implements Serializable {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Inject @Any private Instance<SchoolFunction> functions;
  @Inject private SchoolRecords records;
  @Inject private Language language;

  private Kind kind = Kind.GRADE;
  private String name = "";
  private String note = "";
  private String lines = "";
  private long chosen;
  private String newName = "";
  private String newNote = "";

  /** Makes one record. */
  public String create() {
    SchoolRecord created = service().create(name, note);
    return done("created", created.getName());
  }

  /** Makes a record of each line. */
  public String importAll() {
    ImportReceipt receipt = service().importAll(lines.lines().toList());
    return done("imported", receipt.getCount());
  }

  /** Rewords the chosen record. */
  public String edit() {
    SchoolRecord edited = service().edit(chosen, newName, newNote);
    return done("edited", edited.getName());
  }

  private SchoolFunction service() {
    return functions.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
  }

  private String done(String what, Object detail) {
    FacesContext context = FacesContext.getCurrentInstance();
    String title = language.text("kind." + kind.getCode());
    String text = MessageFormat.format(language.text("done." + what), title, detail);
    context.getExternalContext().getFlash().setKeepMessages(true);
    context.addMessage(null, new FacesMessage(text));
    return "function?faces-redirect=true&kind=" + kind.getCode();
  }

  /** What there is, newest first. */
  public List<SchoolRecord> getRecords() {
    return records.newest(kind);
  }

  /** A moment as the clock on the wall shows it. */
  public LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE);
  }

  /** The function of this page. */
  public Kind getKind() {
    return kind;
  }

  /** The function's name in the address. */
  public String getCode() {
    return kind.getCode();
  }

  /** Chooses the function. */
  public void setCode(String code) {
    kind = Kind.ofCode(code);
  }

  /** Name of a new record. */
  public String getName() {
    return name;
  }

  /** Name of a new record. */
  public void setName(String value) {
    name = value;
  }

  /** Note of a new record. */
  public String getNote() {
    return note;
  }

  /** Note of a new record. */
  public void setNote(String value) {
    note = value;
  }

  /** Lines to import. */
  public String getLines() {
    return lines;
  }

  /** Lines to import. */
  public void setLines(String value) {
    lines = value;
  }

  /** The record to edit. */
  public long getChosen() {
    return chosen;
  }

  /** The record to edit. */
  public void setChosen(long value) {
    chosen = value;
  }

  /** The edited record's new name. */
  public String getNewName() {
    return newName;
  }

  /** The edited record's new name. */
  public void setNewName(String value) {
    newName = value;
  }

  /** The edited record's new note. */
  public String getNewNote() {
    return newNote;
  }

  /** The edited record's new note. */
  public void setNewNote(String value) {
    newNote = value;
  }
}
