package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roster has the figures that the bulletin of 2021 printed, and nobody's real name. */
class RosterTest {

  private static final String REGISTERED = "metadata.spaceRegisteredAt";
  private static final String ACTIVATED = "metadata.spaceActivatedAt";

  private static List<CSVRecord> orgs = List.of();
  private static List<CSVRecord> users = List.of();
  private static List<CSVRecord> laterOrgs = List.of();
  private static List<CSVRecord> laterUsers = List.of();

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    Written written = Written.at(folder.resolve("demo"), Instant.parse("2026-11-21T14:00:00Z"));
    orgs = written.roster("orgs.csv");
    users = written.roster("users.csv");
    laterOrgs = written.roster("2026-09-01", "orgs.csv");
    laterUsers = written.roster("2026-09-01", "users.csv");
  }

  @Test
  void figuresAreThoseOfTheBulletin() {
    assertThat(orgs.stream().filter(o -> o.get("type").equals("school"))).hasSize(66);
    assertThat(count(RosterTest::teacher)).isEqualTo(3772);
    assertThat(count(with(RosterTest::teacher, REGISTERED))).isEqualTo(3377);
    assertThat(count(RosterTest::eligiblePupil)).isEqualTo(42_649);
    assertThat(count(with(RosterTest::eligiblePupil, REGISTERED))).isEqualTo(21_224);
    assertThat(fullyActivated(RosterTest::teacher)).isEqualTo(57);
    assertThat(fullyActivated(RosterTest::eligiblePupil)).isEqualTo(41);
  }

  @Test
  void everySchoolHasRegisteredPeopleAndOneOrTwoAdministrators() {
    assertThat(bySchool(with(RosterTest::teacher, REGISTERED))).hasSize(66);
    assertThat(bySchool(with(RosterTest::eligiblePupil, REGISTERED))).hasSize(66);
    assertThat(bySchool(RosterTest::administrator))
        .hasSize(66)
        .allSatisfy((school, number) -> assertThat(number).isBetween(1L, 2L));
    assertThat(count(u -> teacher(u) && administrator(u))).isPositive();
  }

  @Test
  void youngestPupilsAreThereWithoutSpaces() {
    assertThat(count(u -> pupil(u) && !eligiblePupil(u))).isBetween(11_000L, 14_000L);
    assertThat(count(with(u -> pupil(u) && !eligiblePupil(u), REGISTERED))).isZero();
  }

  @Test
  void oneSchoolMissesTheGateByTruncationOnly() {
    Map<String, Long> eligible = bySchool(RosterTest::teacher);
    Map<String, Long> registered = bySchool(with(RosterTest::teacher, REGISTERED));
    assertThat(eligible.keySet().stream())
        .filteredOn(s -> registered.get(s) * 1000 / eligible.get(s) == 899)
        // rounded to one decimal it would print 90.0
        .allSatisfy(s -> assertThat(registered.get(s) * 2000 >= 1799 * eligible.get(s)).isTrue())
        .hasSize(1);
  }

  @Test
  void laterRosterMovesOneTeacherBetweenTwoWholeSchools() {
    Map<String, String> before =
        users.stream()
            .filter(u -> Set.of("S-40", "S-41").contains(u.get("orgSourcedIds")))
            .collect(Collectors.toMap(u -> u.get("sourcedId"), u -> u.get("orgSourcedIds")));
    assertThat(laterUsers).extracting(u -> u.get("sourcedId")).hasSameElementsAs(before.keySet());
    assertThat(laterUsers)
        .filteredOn(u -> !u.get("orgSourcedIds").equals(before.get(u.get("sourcedId"))))
        .hasSize(1)
        .allMatch(u -> teacher(u) && !administrator(u) && !u.get(ACTIVATED).isEmpty());
    assertThat(laterOrgs).hasSize(4);
    assertThat(orgs.stream().map(CSVRecord::toList))
        .containsAll(laterOrgs.stream().map(CSVRecord::toList).toList());
  }

  @Test
  void signInsOfTheReadmeAreAtTheFirstSchoolWithActivatedSpaces() {
    Map<String, String> expected =
        Map.of("T-000001", "teacher1", "T-000002", "teacher2", "A-000001", "admin1");
    List<CSVRecord> found =
        users.stream().filter(u -> expected.containsKey(u.get("sourcedId"))).toList();
    assertThat(found).hasSize(3);
    for (CSVRecord user : found) {
      assertThat(user.get("username")).isEqualTo(expected.get(user.get("sourcedId")));
      assertThat(user.get("orgSourcedIds")).isEqualTo("S-01");
      assertThat(user.get("metadata.roles")).isEmpty();
      assertThat(user.get(ACTIVATED)).isNotEmpty();
    }
  }

  @Test
  void firstFivePupilsAreInGradeFive() {
    List<CSVRecord> found =
        users.stream().filter(u -> u.get("sourcedId").matches("P-00000[1-5]")).toList();
    assertThat(found)
        .hasSize(5)
        .allSatisfy(u -> assertThat(u.get("grades")).isEqualTo("05"))
        .allSatisfy(u -> assertThat(u.get("orgSourcedIds")).isEqualTo("S-01"))
        .allSatisfy(u -> assertThat(u.get(ACTIVATED)).isNotEmpty());
  }

  @Test
  void idsAndUsernamesAreUniqueAndParentsExist() {
    assertThat(users).extracting(u -> u.get("sourcedId")).doesNotHaveDuplicates();
    assertThat(users)
        .extracting(u -> u.get("username"))
        .filteredOn(name -> !name.isEmpty())
        .doesNotHaveDuplicates();
    Set<String> codes = orgs.stream().map(o -> o.get("sourcedId")).collect(Collectors.toSet());
    assertThat(codes).hasSize(orgs.size());
    assertThat(users).allMatch(u -> codes.contains(u.get("orgSourcedIds")));
    assertThat(orgs)
        .filteredOn(o -> !o.get("type").equals("district"))
        .allMatch(o -> codes.contains(o.get("parentSourcedId")));
  }

  @Test
  void nobodyIsCalledLikeSomebodyInTheBulletin() throws Exception {
    Set<String> real = realNames();
    assertThat(real).hasSizeGreaterThan(70);
    assertThat(users).noneMatch(u -> real.contains(hash(name(u))));
  }

  @Test
  void unusualNamesAreAmongThem() {
    List<String> names = users.stream().map(RosterTest::name).toList();
    assertThat("㛃䶮龘喆堃犇骉𬭩𫖯𬀩".codePoints().mapToObj(Character::toString))
        .allSatisfy(rare -> assertThat(names).anyMatch(name -> name.contains(rare)));
    assertThat(names).contains("阿依古丽·买买提");
  }

  private static boolean teacher(CSVRecord user) {
    return user.get("role").equals("teacher");
  }

  private static boolean administrator(CSVRecord user) {
    return user.get("role").equals("administrator")
        || user.get("metadata.roles").contains("administrator");
  }

  private static boolean pupil(CSVRecord user) {
    return user.get("role").equals("student");
  }

  private static boolean eligiblePupil(CSVRecord user) {
    return pupil(user) && Integer.parseInt(user.get("grades")) >= 3;
  }

  private static Predicate<CSVRecord> with(Predicate<CSVRecord> who, String column) {
    return who.and(user -> !user.get(column).isEmpty());
  }

  private static long count(Predicate<CSVRecord> who) {
    return users.stream().filter(who).count();
  }

  private static Map<String, Long> bySchool(Predicate<CSVRecord> who) {
    return users.stream()
        .filter(who)
        .collect(Collectors.groupingBy(u -> u.get("orgSourcedIds"), Collectors.counting()));
  }

  private static long fullyActivated(Predicate<CSVRecord> who) {
    Map<String, Long> activated = bySchool(with(who, ACTIVATED));
    Map<String, Long> registered = new HashMap<>(bySchool(with(who, REGISTERED)));
    return registered.entrySet().stream()
        .filter(e -> e.getValue().equals(activated.get(e.getKey())))
        .count();
  }

  private static String name(CSVRecord user) {
    return user.get("familyName") + user.get("givenName");
  }

  /** SHA-256 of the names printed in the bulletin; the names themselves stay out of here. */
  private static Set<String> realNames() throws IOException {
    try (var in =
        Objects.requireNonNull(RosterTest.class.getResourceAsStream("real-names.sha256"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toSet());
    }
  }

  private static String hash(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
