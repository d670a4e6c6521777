package cloud.laurel.demo.management;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One thing a school keeps: a grade, a class, a pupil and so on. It is made once and reworded. */
@Entity
@Table(name = "mc_record")
public class SchoolRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 40)
  private Kind kind;

  @Column(nullable = false, length = 200)
  private String name;

  @Column(nullable = false, length = 500)
  private String note;

  @Column(nullable = false, name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  /** For JPA. */
  protected SchoolRecord() {}

  SchoolRecord(Kind kind, String name, String note, Instant now) {
    this.kind = kind;
    this.name = name;
    this.note = note;
    this.changedAt = now;
  }

  void reword(String newName, String newNote, Instant now) {
    name = newName;
    note = newNote;
    changedAt = now;
  }

  /** Its number. */
  public Long getId() {
    return id;
  }

  /** What it is. */
  public Kind getKind() {
    return kind;
  }

  /** What people call it. */
  public String getName() {
    return name;
  }

  /** What else is to be known; may be empty. */
  public String getNote() {
    return note;
  }

  /** When it was made or last reworded. */
  public Instant getChangedAt() {
    return changedAt;
  }
}
