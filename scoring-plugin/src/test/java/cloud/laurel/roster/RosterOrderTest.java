package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Role;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads in any order, with repeats, make the same roster: that of a replay day by day. */
class RosterOrderTest {

  private static final LocalDate FIRST = LocalDate.parse("2020-09-01");
  private static final int ROUNDS = 6;
  private static final int UPLOADS = 6;
  private static final List<String> SCHOOLS = List.of("S1", "S2", "S3");
  private static final List<String> ACCOUNTS = List.of("P1", "P2", "P3", "P4", "P5");

  /** What one upload lists, by account. */
  private record Upload(
      LocalDate effective, Set<String> named, Map<String, Set<Stint>> listed, int number) {

    RosterZip zip() {
      RosterZip zip = RosterZip.empty();
      named.forEach(s -> zip.org(s + ",第" + s + "号v" + number + ",school,"));
      listed.forEach(
          (account, stints) -> {
            Stint first = stints.iterator().next();
            String schools = String.join(",", stints.stream().map(Stint::school).toList());
            String role = first.role().name().toLowerCase(java.util.Locale.ROOT);
            zip.user(
                "%s,\"%s\",%s,%s,林,第%d,%02d"
                    .formatted(account, schools, role, account, number, first.grade()));
          });
      return zip;
    }
  }

  @ParameterizedTest
  @EnumSource
  void orderOfUploadsNeverChangesTheRoster(TestDatabase kind) {
    long seed = Long.getLong("laurel.seed", System.nanoTime());
    Random random = new Random(seed);
    Database database = kind.fresh();
    for (int round = 0; round < ROUNDS; round++) {
      String where = "seed " + seed + ", round " + round;
      List<Upload> uploads = uploads(random);
      Map<String, TreeMap<LocalDate, Set<Stint>>> expected = replay(uploads);
      for (int shuffle = 0; shuffle < 3; shuffle++) {
        RosterService service = emptied(database);
        List<Upload> order = new ArrayList<>(uploads);
        Collections.shuffle(order, random);
        order.add(order.get(random.nextInt(order.size())));
        for (Upload upload : order) {
          assertThat(
                  service.importOneRoster(upload.zip().toStream(), upload.effective()).problems())
              .as(where)
              .isEmpty();
        }
        check(service, expected, uploads, where + ", order " + order);
      }
    }
  }

  private static void check(
      RosterService service,
      Map<String, TreeMap<LocalDate, Set<Stint>>> expected,
      List<Upload> uploads,
      String where) {
    for (String account : ACCOUNTS) {
      Person person = service.find(account).orElse(new Person(account, "", "", List.of()));
      expected
          .getOrDefault(account, new TreeMap<>())
          .forEach(
              (day, stints) ->
                  assertThat(new HashSet<>(person.on(day).stream().map(Stint::of).toList()))
                      .as(where + ", " + account + " on " + day)
                      .isEqualTo(stints));
      assertNoRowTouchesItsLike(person, where);
      uploads.stream()
          .filter(u -> u.listed().containsKey(account))
          .max(java.util.Comparator.comparing(Upload::effective))
          .ifPresent(u -> assertThat(person.name()).as(where).isEqualTo("林第" + u.number()));
    }
    for (String school : SCHOOLS) {
      uploads.stream()
          .filter(u -> u.named().contains(school))
          .max(java.util.Comparator.comparing(Upload::effective))
          .ifPresent(
              u ->
                  assertThat(service.school(school).orElseThrow().name())
                      .as(where)
                      .isEqualTo("第" + school + "号v" + u.number()));
    }
  }

  private static void assertNoRowTouchesItsLike(Person person, String where) {
    for (Membership a : person.memberships()) {
      for (Membership b : person.memberships()) {
        boolean touching =
            a != b
                && Stint.of(a).equals(Stint.of(b))
                && !b.from().isBefore(a.from())
                && a.to().map(t -> !t.isBefore(b.from())).orElse(true);
        assertThat(touching).as(where + ": " + a + " and " + b).isFalse();
      }
    }
  }

  /** The plain reading: day by day, each upload in the order of its effective date. */
  private static Map<String, TreeMap<LocalDate, Set<Stint>>> replay(List<Upload> uploads) {
    Map<String, TreeMap<LocalDate, Set<Stint>>> days = new TreeMap<>();
    for (String account : ACCOUNTS) {
      Set<Stint> now = new HashSet<>();
      TreeMap<LocalDate, Set<Stint>> ofAccount = new TreeMap<>();
      for (int day = -1; day <= 40; day++) {
        LocalDate today = FIRST.plusDays(day);
        for (Upload upload : uploads) {
          if (upload.effective().equals(today)) {
            if (upload.listed().containsKey(account)) {
              now = new HashSet<>(upload.listed().get(account));
            } else {
              now.removeIf(s -> upload.named().contains(s.school()));
            }
          }
        }
        ofAccount.put(today, new HashSet<>(now));
      }
      days.put(account, ofAccount);
    }
    return days;
  }

  private static List<Upload> uploads(Random random) {
    List<Upload> uploads = new ArrayList<>();
    Set<LocalDate> dates = new TreeSet<>();
    while (dates.size() < UPLOADS) {
      dates.add(FIRST.plusDays(random.nextInt(30)));
    }
    for (LocalDate date : dates) {
      Set<String> named = new TreeSet<>();
      named.add(SCHOOLS.get(random.nextInt(SCHOOLS.size())));
      named.add(SCHOOLS.get(random.nextInt(SCHOOLS.size())));
      Map<String, Set<Stint>> listed = new TreeMap<>();
      for (String account : ACCOUNTS) {
        if (random.nextInt(3) > 0) {
          listed.put(account, stints(random, new ArrayList<>(named)));
        }
      }
      listed.computeIfAbsent("P1", a -> stints(random, new ArrayList<>(named)));
      uploads.add(new Upload(date, named, listed, uploads.size()));
    }
    return uploads;
  }

  private static Set<Stint> stints(Random random, List<String> named) {
    Role role = Role.values()[random.nextInt(3)];
    int grade = role == Role.STUDENT ? 3 + random.nextInt(2) : 0;
    Set<Stint> stints = new HashSet<>();
    stints.add(new Stint(named.get(random.nextInt(named.size())), role, grade));
    if (random.nextInt(3) == 0) {
      // a second school, which this upload need not name
      stints.add(new Stint(SCHOOLS.get(random.nextInt(SCHOOLS.size())), role, grade));
    }
    return stints;
  }

  private static RosterService emptied(Database database) {
    database.useTransaction(
        h -> {
          h.execute("DELETE FROM membership");
          h.execute("DELETE FROM roster_upload_school");
          h.execute("DELETE FROM roster_upload");
          h.execute("DELETE FROM person");
          h.execute("DELETE FROM school");
        });
    RosterService service = new RosterService(database, () -> Instant.EPOCH, List.of());
    RosterZip everySchool = RosterZip.empty();
    SCHOOLS.forEach(s -> everySchool.org(s + "," + s + ",school,"));
    // long before: makes every school known, so that one upload may list a school it does not name
    everySchool.teacher("T0", "S1");
    service.importOneRoster(everySchool.toStream(), FIRST.minusYears(1));
    return service;
  }
}
