package cloud.laurel.roster;

import cloud.laurel.roster.MembershipRepository.Added;
import cloud.laurel.roster.MembershipRepository.Stored;
import cloud.laurel.roster.RosterUpload.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Applies one upload that is in order within itself; made for one transaction. */
final class RosterImport {

  private final PersonRepository persons;
  private final MembershipRepository memberships;
  private final SchoolRepository schools;
  private final UploadRepository uploads;
  private final RosterUpload upload;
  private final LocalDate effective;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> added = new HashSet<>();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> concerned = new HashSet<>();
  private final Set<String> concernedSchools = new HashSet<>();

  RosterImport(Handle tx, RosterUpload upload, LocalDate effective) {
    this.persons = new PersonRepository(tx);
    this.memberships = new MembershipRepository(tx);
    this.schools = new SchoolRepository(tx);
    this.uploads = new UploadRepository(tx);
    this.upload = upload;
    this.effective = effective;
    upload.people().forEach(e -> entries.put(e.account(), e));
  }

  /** Stores everything, or only adds problems when a user name belongs to somebody else. */
  Optional<RosterObserver.Change> apply(Problems problems) {
    Map<String, StoredPerson> before = persons.load(entries.keySet());
    Map<String, StoredPerson> after = new HashMap<>();
    for (Entry entry : upload.people()) {
      StoredPerson known =
          before.getOrDefault(entry.account(), StoredPerson.unknown(entry.account()));
      after.put(entry.account(), known.with(entry, effective, upload.told()));
    }
    checkUsernames(after, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Set<String> named = upload.named();
    schools.store(upload.orgs().values(), effective, upload.told().aliases());
    storePeople(before, after.values());
    storeMemberships(named);
    concernedSchools.addAll(named);
    return Optional.of(new RosterObserver.Change(effective, concernedSchools, concerned));
  }

  /** The counts, to be asked for after {@link #apply}; notes the upload as well. */
  RosterResult conclude(Instant at) {
    Set<String> named = upload.named();
    changed.removeAll(added);
    RosterResult result =
        new RosterResult(
            named.size(), entries.size(), added.size(), changed.size(), left.size(), List.of());
    uploads.record(at, effective, named, result);
    return result;
  }

  private void checkUsernames(Map<String, StoredPerson> after, Problems problems) {
    List<String> usernames =
        upload.people().stream().flatMap(e -> e.username().stream()).distinct().toList();
    Map<String, String> holders = persons.holders(usernames);
    for (Entry entry : upload.people()) {
      Optional<String> username = after.get(entry.account()).username();
      String holder = username.map(holders::get).orElse(null);
      if (username.isEmpty() || holder == null || holder.equals(entry.account())) {
        continue;
      }
      StoredPerson other = after.get(holder);
      if (other == null || other.username().equals(username)) {
        problems.add(
            RosterFiles.USERS, entry.row(), "username", RosterProblem.USERNAME_TAKEN, holder);
      }
    }
  }

  private void storePeople(Map<String, StoredPerson> before, Collection<StoredPerson> after) {
    List<StoredPerson> inserts = new ArrayList<>();
    List<StoredPerson> updates = new ArrayList<>();
    List<String> renamed = new ArrayList<>();
    List<String> confirmed = new ArrayList<>();
    for (StoredPerson person : after) {
      StoredPerson known = before.get(person.account());
      if (known == null) {
        inserts.add(person);
        added.add(person.account());
      } else if (!person.saysTheSameAs(known)) {
        updates.add(person);
        changed.add(person.account());
        if (!person.username().equals(known.username())) {
          renamed.add(person.account());
        }
      } else if (!person.equals(known)) {
        confirmed.add(person.account());
      }
      if (known == null || !person.hasSpacesOf(known)) {
        concerned.add(person.account());
      }
    }
    persons.freeUsernames(renamed);
    persons.update(updates);
    persons.insert(inserts);
    persons.confirm(confirmed, effective, upload.told());
  }

  private void storeMemberships(Set<String> named) {
    MembershipRule rule = new MembershipRule(effective, named, uploads.namedAfter(effective));
    Map<String, List<Stored>> before = memberships.concerned(entries.keySet(), named, effective);
    Changes changes = new Changes();
    before.forEach((account, stored) -> changes.compare(account, stored, rule));
    for (Entry entry : upload.people()) {
      if (!before.containsKey(entry.account())) {
        changes.compare(entry.account(), List.of(), rule);
      }
    }
    memberships.delete(changes.deletes);
    memberships.end(changes.ends);
    memberships.insert(changes.inserts);
  }

  /** What has to be written so that the stored memberships become the wanted ones. */
  private final class Changes {
    private final List<Long> deletes = new ArrayList<>();
    private final List<Stored> ends = new ArrayList<>();
    private final List<Added> inserts = new ArrayList<>();

    void compare(String account, List<Stored> stored, MembershipRule rule) {
      Entry entry = entries.get(account);
      List<Membership> old = stored.stream().map(Stored::membership).toList();
      List<Membership> missing =
          new ArrayList<>(rule.apply(old, entry == null ? List.of() : entry.stints()));
      boolean same = true;
      for (Stored row : stored) {
        if (!missing.remove(row.membership())) {
          same = false;
          concernedSchools.add(row.membership().school());
          replace(row, missing);
        }
      }
      same &= missing.isEmpty();
      for (Membership membership : missing) {
        concernedSchools.add(membership.school());
        inserts.add(new Added(account, membership));
      }
      if (!same) {
        concerned.add(account);
        (entry == null ? left : changed).add(account);
      }
    }

    /** A row keeps its key when only its end moves. */
    private void replace(Stored row, List<Membership> missing) {
      Membership old = row.membership();
      for (Membership wanted : missing) {
        if (wanted.from().equals(old.from()) && Stint.of(wanted).equals(Stint.of(old))) {
          ends.add(new Stored(row.id(), wanted));
          missing.remove(wanted);
          return;
        }
      }
      deletes.add(row.id());
    }
  }
}
