package cloud.laurel.roster;

import cloud.laurel.roster.MembershipRepository.Added;
import cloud.laurel.roster.MembershipRepository.Stored;
import cloud.laurel.roster.PersonChange.At;
import cloud.laurel.roster.PersonChange.Fact;
import cloud.laurel.roster.PersonChange.Kind;
import cloud.laurel.roster.RosterPlan.SchoolChange;
import cloud.laurel.roster.RosterUpload.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Works out what an upload that is in order within itself does to the roster; only reads. */
final class RosterPlanner {

  private final PersonRepository persons;
  private final MembershipRepository memberships;
  private final UploadRepository uploads;
  private final RosterUpload upload;
  private final LocalDate effective;
  private final RosterSender sender;
  private final RosterPlan plan;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  RosterPlanner(Handle tx, RosterUpload upload, LocalDate effective, RosterSender sender) {
    this.persons = new PersonRepository(tx);
    this.memberships = new MembershipRepository(tx);
    this.uploads = new UploadRepository(tx);
    this.upload = upload;
    this.effective = effective;
    this.sender = sender;
    this.plan = new RosterPlan(upload, effective, sender);
    upload.people().forEach(e -> entries.put(e.account(), e));
  }

  /** The plan; to be used only when it added no problems. */
  RosterPlan plan(Problems problems, Progress progress) {
    Map<String, StoredPerson> before = persons.load(entries.keySet());
    Map<String, StoredPerson> after = new HashMap<>();
    for (Entry entry : upload.people()) {
      StoredPerson known =
          before.getOrDefault(entry.account(), StoredPerson.unknown(entry.account()));
      after.put(entry.account(), known.with(entry, effective, upload.told()));
    }
    Set<String> named = upload.named();
    Map<String, List<Stored>> stored = memberships.concerned(entries.keySet(), named, effective);
    checkUsernames(after, stored, problems);
    sender.school().ifPresent(school -> checkOwn(school, stored, problems));
    if (!problems.isEmpty()) {
      return plan;
    }
    planPeople(before, after);
    MembershipRule rule =
        new MembershipRule(
            effective,
            named,
            uploads.namedAfter(effective, true),
            uploads.namedAfter(effective, false),
            sender.isOwn());
    named.forEach(this::school);
    long done = 0;
    for (Entry entry : upload.people()) {
      planMemberships(
          entry.account(),
          stored.getOrDefault(entry.account(), List.of()),
          rule,
          facts(before.get(entry.account()), after.get(entry.account())));
      progress.at(++done, entries.size());
    }
    List<String> missing =
        stored.keySet().stream().filter(a -> !entries.containsKey(a)).sorted().toList();
    Map<String, String> names = persons.names(missing);
    for (String account : missing) {
      after.put(account, StoredPerson.unknown(account).named(names.getOrDefault(account, "")));
      planMemberships(account, stored.get(account), rule, EnumSet.noneOf(Fact.class));
    }
    Set<String> others = new HashSet<>(plan.schools.keySet());
    others.removeAll(named);
    memberships
        .countOn(others, effective)
        .forEach((school, count) -> school(school).people = count);
    plan.people.replaceAll(
        p ->
            new PersonChange(
                p.kind(),
                p.account(),
                after.get(p.account()).name(),
                p.facts(),
                p.before(),
                p.after()));
    plan.concernedSchools.addAll(named);
    return plan;
  }

  private void checkUsernames(
      Map<String, StoredPerson> after, Map<String, List<Stored>> stored, Problems problems) {
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
        // a school does not hear of other schools' people, not even by account
        boolean hidden = sender.isOwn() && !stored.containsKey(holder);
        problems.add(
            upload.source().file(),
            entry.row(),
            upload.source().usernameColumn(),
            hidden ? RosterProblem.USERNAME_ELSEWHERE : RosterProblem.USERNAME_TAKEN,
            hidden ? new Object[0] : new Object[] {holder});
      }
    }
  }

  /** A school takes nobody from another one; who belongs to both stays with both. */
  private void checkOwn(String school, Map<String, List<Stored>> stored, Problems problems) {
    for (Entry entry : upload.people()) {
      List<Membership> now =
          stored.getOrDefault(entry.account(), List.of()).stream()
              .map(Stored::membership)
              .filter(m -> m.to().map(effective::isBefore).orElse(true))
              .toList();
      boolean mine = now.stream().anyMatch(m -> m.school().equals(school));
      if (!mine && !now.isEmpty()) {
        problems.add(
            upload.source().file(),
            entry.row(),
            upload.source().accountColumn(),
            RosterProblem.ACCOUNT_ELSEWHERE);
      }
    }
  }

  private void planPeople(Map<String, StoredPerson> before, Map<String, StoredPerson> after) {
    for (StoredPerson person : after.values()) {
      StoredPerson known = before.get(person.account());
      if (known == null) {
        plan.inserts.add(person);
        plan.added.add(person.account());
      } else if (!person.saysTheSameAs(known)) {
        plan.updates.add(person);
        plan.changed.add(person.account());
        if (!person.username().equals(known.username())) {
          plan.renamed.add(person.account());
        }
      } else if (!person.equals(known)) {
        plan.confirmed.add(person.account());
      }
      if (known == null || !person.hasSpacesOf(known)) {
        plan.concerned.add(person.account());
      }
    }
  }

  private static Set<Fact> facts(
      @org.jspecify.annotations.Nullable StoredPerson known, StoredPerson person) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    if (known != null) {
      put(facts, Fact.NAME, !person.name().equals(known.name()));
      put(facts, Fact.USERNAME, !person.username().equals(known.username()));
      put(facts, Fact.EMAIL, !person.email().equals(known.email()));
      put(facts, Fact.SPACE, !person.hasSpacesOf(known));
    }
    return facts;
  }

  private static void put(Set<Fact> facts, Fact fact, boolean changed) {
    if (changed) {
      facts.add(fact);
    }
  }

  private void planMemberships(
      String account, List<Stored> stored, MembershipRule rule, Set<Fact> facts) {
    Entry entry = entries.get(account);
    List<Membership> old = stored.stream().map(Stored::membership).toList();
    List<Membership> wanted = rule.apply(old, entry == null ? List.of() : entry.stints());
    List<Membership> missing = new ArrayList<>(wanted);
    boolean same = true;
    boolean onlyClasses = true;
    for (Stored row : stored) {
      if (!missing.remove(row.membership())) {
        same = false;
        plan.concernedSchools.add(row.membership().school());
        onlyClasses &= replace(row, missing);
      }
    }
    same &= missing.isEmpty();
    onlyClasses &= missing.isEmpty();
    for (Membership membership : missing) {
      plan.concernedSchools.add(membership.school());
      plan.membershipInserts.add(new Added(account, membership));
    }
    if (!same) {
      plan.moving.add(account);
      (entry == null ? plan.left : plan.changed).add(account);
      if (!onlyClasses) {
        plan.concerned.add(account);
      }
    }
    tell(account, on(old), on(wanted), same, facts);
  }

  /** A row keeps its key when only its end or class moves; says whether it was only the class. */
  private boolean replace(Stored row, List<Membership> missing) {
    Membership old = row.membership();
    for (Membership wanted : missing) {
      if (wanted.from().equals(old.from()) && Stint.of(wanted).isLike(Stint.of(old))) {
        plan.membershipEnds.add(new Stored(row.id(), wanted));
        missing.remove(wanted);
        return wanted.to().equals(old.to());
      }
    }
    plan.membershipDeletes.add(row.id());
    return false;
  }

  private List<At> on(List<Membership> memberships) {
    return memberships.stream()
        .filter(m -> m.holdsOn(effective))
        .map(m -> At.of(Stint.of(m)))
        .toList();
  }

  private void tell(
      String account, List<At> before, List<At> after, boolean same, Set<Fact> facts) {
    Set<String> from = schools(before);
    Set<String> to = schools(after);
    from.forEach(
        code -> {
          SchoolChange school = school(code);
          school.people++;
          school.leaving += to.contains(code) ? 0 : 1;
        });
    to.stream().filter(code -> !from.contains(code)).forEach(code -> school(code).arriving++);
    Kind kind;
    if (before.isEmpty()) {
      kind = after.isEmpty() ? Kind.CHANGED : Kind.ADDED;
    } else if (after.isEmpty()) {
      kind = Kind.LEFT;
    } else if (!from.equals(to)) {
      kind = Kind.MOVED;
    } else {
      putMemberships(facts, before, after);
      put(facts, Fact.TIME, !same && facts.isEmpty());
      kind = facts.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
    }
    boolean silent = !entries.containsKey(account) && same;
    if (!silent) {
      put(facts, Fact.TIME, kind == Kind.CHANGED && facts.isEmpty());
      plan.people.add(new PersonChange(kind, account, "", facts, before, after));
    }
  }

  private static void putMemberships(Set<Fact> facts, List<At> before, List<At> after) {
    put(facts, Fact.ROLE, !keys(before, false).equals(keys(after, false)));
    put(
        facts,
        Fact.GRADE,
        !facts.contains(Fact.ROLE) && !keys(before, true).equals(keys(after, true)));
    put(
        facts,
        Fact.CLASS,
        !facts.contains(Fact.ROLE)
            && !facts.contains(Fact.GRADE)
            && !new HashSet<>(before).equals(new HashSet<>(after)));
  }

  private static Set<String> keys(List<At> at, boolean grades) {
    Set<String> keys = new HashSet<>();
    at.forEach(a -> keys.add(a.school() + "\t" + a.role() + (grades ? "\t" + a.grade() : "")));
    return keys;
  }

  private static Set<String> schools(List<At> at) {
    Set<String> codes = new HashSet<>();
    at.forEach(a -> codes.add(a.school()));
    return codes;
  }

  private SchoolChange school(String code) {
    return plan.schools.computeIfAbsent(code, c -> new SchoolChange());
  }
}
