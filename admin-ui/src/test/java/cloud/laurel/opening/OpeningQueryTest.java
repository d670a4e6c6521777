package cloud.laurel.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.opening.OpeningQuery.Level;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningQueryTest {

  private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
  private static final Optional<Gate> GATE =
      Optional.of(new Gate(new BigDecimal("0.90"), new BigDecimal("0.90")));

  /** The published example: 188 of 209 are 89.952… %, one teacher short of the gate. */
  private static final List<SchoolOpening> SCHOOLS =
      List.of(
          school("a", "Alder", "C", Stage.PRIMARY, new Opening(209, 188, 188)),
          school("b", "Birch", "C", Stage.JUNIOR, new Opening(10, 10, 9)),
          school("c", "Cedar", "", Stage.PRIMARY, Opening.NONE));

  private static SchoolOpening school(
      String code, String name, String central, Stage stage, Opening teachers) {
    return new SchoolOpening(
        code,
        name,
        Optional.of(central).filter(c -> !c.isEmpty()).map(c -> new Central(c, "Central " + c)),
        stage,
        teachers,
        new Opening(10, 9, 9));
  }

  private static OpeningQuery query(Level level, String stage, String gate, String sort) {
    return new OpeningQuery("", level, "", "", stage, gate, sort, true, PageNumber.FIRST);
  }

  private static List<OpeningRow> rows(OpeningQuery query) {
    return query.select(SCHOOLS, GATE, ENGLISH);
  }

  @Test
  void tellsHowManyAreMissingToTheGateExactly() {
    assertThat(rows(query(Level.SCHOOL, "", "", "missingTeachers")))
        .extracting(OpeningRow::code, OpeningRow::missingTeachers, OpeningRow::passes)
        .containsExactly(tuple("a", 1L, false), tuple("b", 0L, true), tuple("c", 0L, false));
  }

  @Test
  void sumsUpByCentralSchoolAndByStage() {
    assertThat(rows(query(Level.CENTRAL, "", "", "teachers")))
        .extracting(OpeningRow::name, row -> row.figures().teachers().spaces())
        .containsExactly(
            tuple("Central C", new Opening(219, 198, 197)),
            tuple("Without a central school", Opening.NONE));
    assertThat(rows(query(Level.STAGE, "", "", "name")))
        .extracting(OpeningRow::code, row -> row.figures().schools())
        .containsExactly(tuple("PRIMARY", 2), tuple("JUNIOR", 1));
  }

  @Test
  void countsSchoolsInWhichWhoeverRegisteredHasActivated() {
    OpeningSummary all = OpeningSummary.of(SCHOOLS);
    assertThat(all.teachers().open()).isEqualTo(1);
    // nobody at all is not everybody
    assertThat(all.teachers().active()).isEqualTo(1);
    assertThat(all.students().active()).isEqualTo(3);
  }

  @Test
  void filtersAndLeadsToTheSchoolsBehindALine() {
    assertThat(rows(query(Level.SCHOOL, "PRIMARY", "failed", "name")))
        .extracting(OpeningRow::code)
        .containsExactly("c", "a");
    OpeningQuery central = query(Level.CENTRAL, "", "", "name");
    assertThat(central.into(rows(central).get(1))).contains("level=SCHOOL", "central=C");
  }
}
