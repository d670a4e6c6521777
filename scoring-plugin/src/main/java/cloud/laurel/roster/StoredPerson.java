package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Entry;
import cloud.laurel.roster.RosterUpload.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as on record; each fact with the effective date of the upload that told it, so that the
 * newest wins in whatever order uploads arrive. What actions say of spaces is not in here.
 */
record StoredPerson(
    String account,
    Optional<String> username,
    String name,
    Optional<Instant> registeredAt,
    Optional<Instant> activatedAt,
    LocalDate describedAsOf,
    LocalDate registeredAsOf,
    LocalDate activatedAsOf,
    Optional<String> email) {

  /** Nothing of it is newer than any upload. */
  static StoredPerson unknown(String account) {
    return new StoredPerson(
        account,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        Optional.empty());
  }

  /** By another name. */
  StoredPerson named(String display) {
    return new StoredPerson(
        account,
        username,
        display,
        registeredAt,
        activatedAt,
        describedAsOf,
        registeredAsOf,
        activatedAsOf,
        email);
  }

  /** With what an upload says of the person, where it is the newest to say so. */
  StoredPerson with(Entry entry, LocalDate effective, Told told) {
    boolean describe = !describedAsOf.isAfter(effective);
    boolean register = told.registered() && !registeredAsOf.isAfter(effective);
    boolean activate = told.activated() && !activatedAsOf.isAfter(effective);
    return new StoredPerson(
        account,
        describe && told.usernames() ? entry.username() : username,
        describe ? entry.name() : name,
        register ? entry.registeredAt() : registeredAt,
        activate ? entry.activatedAt() : activatedAt,
        describe ? effective : describedAsOf,
        register ? effective : registeredAsOf,
        activate ? effective : activatedAsOf,
        describe && told.email() ? entry.email() : email);
  }

  boolean saysTheSameAs(StoredPerson other) {
    return username.equals(other.username)
        && name.equals(other.name)
        && email.equals(other.email)
        && hasSpacesOf(other);
  }

  boolean hasSpacesOf(StoredPerson other) {
    return registeredAt.equals(other.registeredAt) && activatedAt.equals(other.activatedAt);
  }
}
