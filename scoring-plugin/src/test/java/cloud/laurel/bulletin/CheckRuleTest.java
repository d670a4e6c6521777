package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.bulletin.Basis.Chosen;
import cloud.laurel.bulletin.Basis.Frozen;
import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.bulletin.Basis.Honoured;
import cloud.laurel.bulletin.Basis.Place;
import cloud.laurel.bulletin.Finding.Kind;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.standing.RankedBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each thing that a check finds. */
class CheckRuleTest {

  private static final Instant NOW = Instant.parse("2021-07-10T00:00:00Z");

  private static final HonourRoll SCHOOLS =
      new HonourRoll(
          "school", "优秀学校", Of.SCHOOL, Optional.of(1), List.of(new Honoured("s1", "市文华小学", "")));
  private static final HonourRoll ADMINISTRATORS =
      new HonourRoll(
          "admin",
          "优秀管理员",
          Of.ADMINISTRATOR,
          Optional.of(1),
          List.of(new Honoured("a1", "林小满", "市文华小学")));
  private static final HonourRoll TEACHERS =
      new HonourRoll(
          "teacher",
          "优秀教师",
          Of.TEACHER,
          Optional.empty(),
          List.of(new Honoured("t1", "文鑫", "市文华小学")));

  private static Basis basis(String snapshot, HonourRoll... honours) {
    return new Basis(
        Optional.of(new Frozen(7, snapshot, NOW)),
        NOW,
        Map.of("schools", "66"),
        Map.of(RankedBy.TOTAL, List.of(new Place(1, "市文华小学"))),
        Optional.of(new Chosen("chosen", 7)),
        List.of(honours));
  }

  private static final Basis BASIS = basis("hash", SCHOOLS, ADMINISTRATORS, TEACHERS);

  private static Part list(String honour) {
    return Part.empty(Part.Kind.HONOURS, honour);
  }

  private static Part text(String text) {
    return new Part(Part.Kind.TEXT, "", text, "", 0, false);
  }

  private static Content content(Part... more) {
    List<Part> parts =
        new ArrayList<>(
            List.of(
                text("共{schools}所"),
                new Part(Part.Kind.BOARD, "", "前{places}名：", "TOTAL", 10, false),
                list("school"),
                list("admin"),
                list("teacher")));
    parts.addAll(Arrays.asList(more));
    return new Content(
        "石首市教育局", "石教〔2021〕12号", "通报", Optional.of(LocalDate.parse("2021-07-12")), parts);
  }

  private static List<Finding> check(Content content, Basis made, Basis newest) {
    return new CheckRule(content, made, newest, new SchoolNameRule(Map.of("市文华小学", "市文华小学")))
        .check();
  }

  private static List<Finding> check(Basis basis) {
    return check(content(), basis, basis);
  }

  @Test
  void whatIsInOrderIsFine() {
    assertThat(check(BASIS)).isEmpty();
  }

  @Test
  void numberAndDateAreNeededInTheirForm() {
    Content bare = new Content("石首市教育局", "", "通报", Optional.empty(), content().parts());
    assertThat(check(bare, BASIS, BASIS))
        .containsExactly(Finding.whole(Kind.NUMBER_MISSING), Finding.whole(Kind.DATE_MISSING));
    for (String wrong : List.of("石教(2021)12号", "石教[2021]12号", "石教〔2021〕012号", "石教〔2021〕第12号")) {
      assertThat(
              check(bare.issued(wrong, Optional.of(LocalDate.parse("2021-07-12"))), BASIS, BASIS))
          .as(wrong)
          .containsExactly(Finding.whole(Kind.NUMBER_FORM));
    }
  }

  @Test
  void figuresAndBoardsOfAnotherSnapshotAreNamedOldAndNew() {
    Basis newer =
        new Basis(
            Optional.of(new Frozen(8, "other", NOW)),
            NOW,
            Map.of("schools", "67"),
            Map.of(RankedBy.TOTAL, List.of()),
            BASIS.selection(),
            BASIS.honours());
    assertThat(check(content(), BASIS, newer))
        .containsExactly(
            Finding.whole(Kind.OTHER_SNAPSHOT),
            Finding.whole(Kind.FIGURE_CHANGED, "schools", "66", "67"),
            Finding.whole(Kind.BOARD_CHANGED, "TOTAL"),
            Finding.whole(Kind.HONOURS_OTHER_SNAPSHOT));
    Basis running =
        new Basis(
            Optional.empty(),
            NOW,
            BASIS.figures(),
            BASIS.boards(),
            BASIS.selection(),
            BASIS.honours());
    assertThat(check(running)).containsExactly(Finding.whole(Kind.NOT_CLOSED));
  }

  @Test
  void honoursAreConfirmedOnesAndThoseOfNow() {
    Basis other =
        new Basis(
            BASIS.snapshot(),
            NOW,
            BASIS.figures(),
            BASIS.boards(),
            Optional.of(new Chosen("later", 7)),
            BASIS.honours());
    assertThat(check(content(), BASIS, other)).containsExactly(Finding.whole(Kind.HONOURS_CHANGED));
    Basis open =
        new Basis(
            BASIS.snapshot(), NOW, BASIS.figures(), BASIS.boards(), Optional.empty(), List.of());
    assertThat(check(content(), open, open)).containsExactly(Finding.whole(Kind.HONOURS_OPEN));
  }

  @Test
  void quotasAndMissingAndDoubleListsAreNamed() {
    HonourRoll two =
        new HonourRoll(
            "school",
            "优秀学校",
            Of.SCHOOL,
            Optional.of(1),
            List.of(new Honoured("s1", "市文华小学", ""), new Honoured("s2", "乙", "")));
    HonourRoll few =
        new HonourRoll("admin", "优秀管理员", Of.ADMINISTRATOR, Optional.of(3), ADMINISTRATORS.rows());
    assertThat(check(basis("hash", two, few, TEACHERS)))
        .containsExactly(
            Finding.whole(Kind.QUOTA_EXCEEDED, "优秀学校", "2", "1"),
            Finding.whole(Kind.QUOTA_SHORT, "优秀管理员", "1", "3"));
    assertThat(check(content(list("teacher")), BASIS, BASIS))
        .containsExactly(Finding.whole(Kind.HONOUR_TWICE, "优秀教师"));
    assertThat(check(content().with(content().parts().subList(0, 4)), BASIS, BASIS))
        .containsExactly(Finding.whole(Kind.HONOUR_MISSING, "优秀教师"));
  }

  @Test
  void nobodyIsHonouredTwiceUnseen() {
    HonourRoll same =
        new HonourRoll(
            "teacher",
            "优秀教师",
            Of.TEACHER,
            Optional.empty(),
            List.of(new Honoured("a1", "林小满", "市文华小学"), new Honoured("t2", "文鑫", "市文华小学")));
    HonourRoll namesake =
        new HonourRoll(
            "admin",
            "优秀管理员",
            Of.ADMINISTRATOR,
            Optional.of(2),
            List.of(new Honoured("a1", "林小满", "市文华小学"), new Honoured("a2", "文鑫", "市文华小学")));
    assertThat(check(basis("hash", SCHOOLS, namesake, same)))
        .containsExactly(
            Finding.whole(Kind.PERSON_TWICE, "林小满", "市文华小学", "优秀管理员、优秀教师"),
            Finding.whole(Kind.NAMESAKE, "文鑫", "市文华小学", "优秀管理员、优秀教师"));
  }

  @Test
  void emptyBlocksAreFoundWhereTheyStand() {
    assertThat(
            check(
                content(
                    text(" "),
                    Part.empty(Part.Kind.HEADING, ""),
                    new Part(Part.Kind.BOARD, "", "x", "STUDENTS", 10, false)),
                BASIS,
                BASIS))
        .containsExactly(
            Finding.in(5, Kind.EMPTY), Finding.in(6, Kind.EMPTY), Finding.in(7, Kind.EMPTY));
  }

  @Test
  void textsAreReadForFiguresAndSchools() {
    assertThat(check(content(text("共66所，如文华小学，{none}")), BASIS, BASIS))
        .containsExactly(
            Finding.in(5, Kind.UNKNOWN_FIGURE, "none", "12"),
            Finding.in(5, Kind.SCHOOL_SUSPICIOUS, "文华小学", "市文华小学"),
            Finding.in(5, Kind.TYPED_FIGURE, "66", "schools"));
  }
}
