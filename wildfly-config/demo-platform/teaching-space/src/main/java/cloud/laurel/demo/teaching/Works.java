package cloud.laurel.demo.teaching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.List;

/** Keeps the work; its callers bring the transaction. */
@ApplicationScoped
public class Works {

  @PersistenceContext private EntityManager entities;

  private InstantSource clock;

  /** For the container. */
  protected Works() {}

  @Inject
  Works(InstantSource clock) {
    this.clock = clock;
  }

  Work add(Task task, String title, String detail, String account) {
    Work work = new Work(task, title.strip(), detail.strip(), account, clock.instant());
    entities.persist(work);
    return work;
  }

  Work byId(long id) {
    return entities.find(Work.class, id);
  }

  /** The newest of a task, at most fifty. */
  public List<Work> newest(Task task) {
    return entities
        .createQuery(
            "select w from Work w where w.task = :task order by w.doneAt desc, w.id desc",
            Work.class)
        .setParameter("task", task)
        .setMaxResults(50)
        .getResultList();
  }
}
