package cloud.laurel.demo.teaching;

import cloud.laurel.plugin.PlatformDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The people of the platform; also answers the plugins' questions about them. */
@ApplicationScoped
public class PlatformUsers implements PlatformDirectory {

  /** The demo's school. */
  static final PlatformSchool SCHOOL = new PlatformSchool("S-01", "市文昌小学");

  @PersistenceContext private EntityManager entities;

  @Override
  public Optional<String> accountOf(String principal) {
    return byUsername(principal).map(PlatformUser::getAccount);
  }

  @Override
  public List<PlatformSchool> schools() {
    return List.of(SCHOOL);
  }

  /** The person who signs in with a name. */
  public Optional<PlatformUser> byUsername(String username) {
    return entities
        .createQuery("select u from PlatformUser u where u.username = :name", PlatformUser.class)
        .setParameter("name", username)
        .getResultStream()
        .findFirst();
  }

  /** Everybody with a role, by account. */
  public List<PlatformUser> withRole(PlatformUser.Role role) {
    return entities
        .createQuery(
            "select u from PlatformUser u where u.role = :role order by u.account",
            PlatformUser.class)
        .setParameter("role", role)
        .getResultList();
  }

  /** A person by account. */
  public PlatformUser byAccount(String account) {
    return entities.find(PlatformUser.class, account);
  }
}
