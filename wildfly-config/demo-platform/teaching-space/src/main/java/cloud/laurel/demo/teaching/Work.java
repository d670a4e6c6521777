package cloud.laurel.demo.teaching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A piece of work somebody did: a lesson, a homework, a notice. Made once, never changed. */
@Entity
@Table(name = "ts_work")
public class Work {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 40)
  private Task task;

  @Column(nullable = false, length = 200)
  private String title;

  @Column(nullable = false, length = 1000)
  private String detail;

  @Column(nullable = false, length = 128)
  private String account;

  @Column(nullable = false, name = "done_at")
  private Instant doneAt;

  /** For JPA. */
  protected Work() {}

  Work(Task task, String title, String detail, String account, Instant doneAt) {
    this.task = task;
    this.title = title;
    this.detail = detail;
    this.account = account;
    this.doneAt = doneAt;
  }

  /** Its number. */
  public Long getId() {
    return id;
  }

  /** What was done. */
  public Task getTask() {
    return task;
  }

  /** What it is called. */
  public String getTitle() {
    return title;
  }

  /** Its text; may be empty. */
  public String getDetail() {
    return detail;
  }

  /** Who did it. */
  public String getAccount() {
    return account;
  }

  /** When it was done. */
  public Instant getDoneAt() {
    return doneAt;
  }
}
