package cloud.laurel.demo.teaching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person of the platform, with the name to sign in with and the account on the roster. */
@Entity
@Table(name = "platform_user")
public class PlatformUser {

  /** What the person is at school. */
  public enum Role {
    TEACHER,
    ADMINISTRATOR,
    PUPIL
  }

  @Id
  @Column(length = 128)
  private String account;

  @Column(nullable = false, unique = true, length = 128)
  private String username;

  @Column(nullable = false, length = 100)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private Role role;

  @Column(nullable = false, length = 128)
  private String school;

  /** For JPA. */
  protected PlatformUser() {}

  PlatformUser(String account, String username, String name, Role role, String school) {
    this.account = account;
    this.username = username;
    this.name = name;
    this.role = role;
    this.school = school;
  }

  /** The account on the roster. */
  public String getAccount() {
    return account;
  }

  /** The person's name. */
  public String getName() {
    return name;
  }

  /** Code of the person's school. */
  public String getSchool() {
    return school;
  }
}
