package cloud.laurel.demo.teaching;

import cloud.laurel.demo.teaching.PlatformUser.Role;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives an empty platform its people; the accounts are those of the demo's roster. */
@Singleton
@Startup
public class SampleUsers {

  @PersistenceContext private EntityManager entities;

  @PostConstruct
  void fill() {
    add("T-000001", "teacher1", "林诗语", Role.TEACHER);
    add("T-000002", "teacher2", "沈启航", Role.TEACHER);
    add("A-000001", "admin1", "何清源", Role.ADMINISTRATOR);
    String[] pupils = {"周小满", "吴知夏", "郑一帆", "王若溪", "冯子墨"};
    for (int i = 0; i < pupils.length; i++) {
      String account = "P-00000" + (i + 1);
      add(account, account, pupils[i], Role.PUPIL);
    }
  }

  private void add(String account, String username, String name, Role role) {
    if (entities.find(PlatformUser.class, account) == null) {
      String school = PlatformUsers.SCHOOL.code();
      entities.persist(new PlatformUser(account, username, name, role, school));
    }
  }
}
