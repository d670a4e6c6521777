package cloud.laurel.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.announcement.HonourRoll.Entry;
import cloud.laurel.announcement.HonourRoll.Section;
import cloud.laurel.selection.Confirmed;
import cloud.laurel.selection.HonourList;
import cloud.laurel.selection.HonourList.Winner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A list of winners, whole and in parts. */
class HonourRollTest {

  private static final HonourRoll ROLL =
      new HonourRoll(
          "h",
          List.of(
              new Section("a", "甲", List.of(Entry.of("一", ""), Entry.of("二", ""))),
              new Section(
                  "b",
                  "乙",
                  List.of(
                      Entry.of("三", "校"),
                      new Entry(4, "四", "校", Optional.of(Instant.EPOCH)),
                      Entry.of("五", "校")))));

  @Test
  void partsFollowEachOtherAcrossHonours() {
    assertThat(names(ROLL.part(0, 2))).containsExactly("一", "二");
    assertThat(names(ROLL.part(1, 2))).containsExactly("二", "三");
    assertThat(ROLL.part(2, 2).sections()).extracting(Section::code).containsExactly("b");
    assertThat(names(ROLL.part(4, 2))).containsExactly("五");
  }

  @Test
  void linesOutOfSightAreNotShown() {
    assertThat(names(ROLL.shown())).containsExactly("一", "二", "三", "五");
    assertThat(ROLL.size()).isEqualTo(5);
  }

  @Test
  void nothingButNameAndSchoolIsTakenFromWhatIsConfirmed() {
    Confirmed confirmed =
        new Confirmed(
            1,
            2,
            Instant.EPOCH,
            "bureau",
            "bureau2",
            "h9",
            List.of(
                new HonourList(
                    "b", "乙", Optional.empty(), 1, List.of(new Winner("T-1", "三", "S-1", "校"))),
                new HonourList("c", "丙", Optional.empty(), 1, List.of())));
    assertThat(HonourRoll.of(confirmed))
        .isEqualTo(
            new HonourRoll("h9", List.of(new Section("b", "乙", List.of(Entry.of("三", "校"))))));
  }

  private static List<String> names(HonourRoll roll) {
    return roll.sections().stream()
        .flatMap(section -> section.entries().stream())
        .map(Entry::name)
        .toList();
  }
}
