package cloud.laurel.reference;

import cloud.laurel.campaign.Role;
import cloud.laurel.reference.History.Listed;
import cloud.laurel.reference.History.Upload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who belonged where (rule R5): take the uploads by effective date and let each speak in turn. No
 * two uploads of a history have the same effective date.
 *
 * @param uploads those that are known
 */
record ReferenceRoster(List<Upload> uploads) {

  /** A role at a school; the grade is 0 for everybody but pupils. */
  record Stint(String school, Role role, int grade) {}

  static ReferenceRoster of(History history, int events) {
    List<Upload> uploads = new ArrayList<>();
    for (History.Event event : history.events().subList(0, events)) {
      if (event instanceof Upload upload) {
        uploads.add(upload);
      }
    }
    uploads.sort(Comparator.comparing(Upload::effective));
    return new ReferenceRoster(uploads);
  }

  /** What somebody was on a day. */
  Set<Stint> on(String account, LocalDate day) {
    Set<Stint> stints = new LinkedHashSet<>();
    for (Upload upload : uploads) {
      if (upload.effective().isAfter(day)) {
        continue;
      }
      Optional<Listed> listed = listed(upload, account);
      if (listed.isPresent()) {
        stints.clear();
        stints.addAll(stints(listed.get()));
      } else {
        stints.removeIf(s -> upload.named().contains(s.school()));
      }
    }
    return stints;
  }

  private static List<Stint> stints(Listed listed) {
    List<Stint> stints = new ArrayList<>();
    for (String school : listed.schools()) {
      for (Role role : listed.roles()) {
        stints.add(new Stint(school, role, role == Role.STUDENT ? listed.grade() : 0));
      }
    }
    return stints;
  }

  private static Optional<Listed> listed(Upload upload, String account) {
    return upload.people().stream().filter(p -> p.account().equals(account)).findFirst();
  }

  /** Whether somebody ever held a role, or will. */
  boolean everHeld(String account, Role role) {
    return uploads.stream()
        .anyMatch(u -> on(account, u.effective()).stream().anyMatch(stint -> stint.role() == role));
  }

  /** Everybody who was ever listed. */
  Set<String> people() {
    Set<String> people = new TreeSet<>();
    uploads.forEach(u -> u.people().forEach(p -> people.add(p.account())));
    return people;
  }

  /** Every school that was ever named. */
  Set<String> schools() {
    Set<String> schools = new TreeSet<>();
    uploads.forEach(u -> schools.addAll(u.named()));
    return schools;
  }

  /** What the newest upload that lists somebody says about the registration of the space. */
  Optional<Instant> registered(String account) {
    Optional<Instant> registered = Optional.empty();
    for (Upload upload : uploads) {
      Optional<Listed> listed = listed(upload, account);
      if (listed.isPresent()) {
        registered = listed.get().registered();
      }
    }
    return registered;
  }

  /** Likewise about its activation. */
  Optional<Instant> activated(String account) {
    Optional<Instant> activated = Optional.empty();
    for (Upload upload : uploads) {
      Optional<Listed> listed = listed(upload, account);
      if (listed.isPresent()) {
        activated = listed.get().activated();
      }
    }
    return activated;
  }
}
