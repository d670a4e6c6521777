package cloud.laurel.standing;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What schools are ranked by: the total, or one of the notice's three boards (bulletin-2021). */
public enum RankedBy {
  /** The school's score. */
  TOTAL(SchoolStandings.Row::score),
  /** 师生空间建设: the administrators' mean. */
  BUILDING(SchoolStandings.Row::administratorMean),
  /** 学生空间应用: the pupils' mean. */
  STUDENTS(SchoolStandings.Row::studentMean),
  /** 教师空间应用: the teachers' mean. */
  TEACHERS(SchoolStandings.Row::teacherMean);

  private final Function<SchoolStandings.Row, Score> score;

  RankedBy(Function<SchoolStandings.Row, Score> score) {
    this.score = score;
  }

  /** What a school has on this board. */
  public Score of(SchoolStandings.Row row) {
    return score.apply(row);
  }

  /** Ranks schools anew on this board (rule R8). */
  public List<SchoolStandings.Row> rank(List<SchoolStandings.Row> rows) {
    return this == TOTAL
        ? rows
        : RankRule.rank(
            rows, score, Comparator.comparing(SchoolStandings.Row::code), (r, rank) -> r.at(rank));
  }
}
