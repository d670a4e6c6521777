package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Keeps the records; its callers bring the transaction. */
@ApplicationScoped
public class SchoolRecords {

  @PersistenceContext private EntityManager entities;

  private InstantSource clock;

  /** For the container. */
  protected SchoolRecords() {}

  @Inject
  SchoolRecords(InstantSource clock) {
    this.clock = clock;
  }

  SchoolRecord create(Kind kind, String name, String note) {
    SchoolRecord created = new SchoolRecord(kind, name.strip(), note.strip(), clock.instant());
    entities.persist(created);
    return created;
  }

  ImportReceipt importAll(Kind kind, List<String> lines) {
    List<SchoolRecord> created =
        lines.stream()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("[,，]", 2))
            .map(parts -> create(kind, parts[0], parts.length > 1 ? parts[1] : ""))
            .toList();
    return new ImportReceipt(UUID.randomUUID().toString(), created);
  }

  SchoolRecord edit(long id, String name, String note) {
    SchoolRecord existing = entities.find(SchoolRecord.class, id);
    existing.reword(name.strip(), note.strip(), clock.instant());
    return existing;
  }

  /** The newest of a kind, at most a hundred. */
  public List<SchoolRecord> newest(Kind kind) {
    return entities
        .createQuery(
            "select r from SchoolRecord r where r.kind = :kind order by r.changedAt desc, r.id desc",
            SchoolRecord.class)
        .setParameter("kind", kind)
        .setMaxResults(100)
        .getResultList();
  }

  boolean isEmpty() {
    return entities.createQuery("select count(r) from SchoolRecord r", Long.class).getSingleResult()
        == 0;
  }
}
