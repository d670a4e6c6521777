package cloud.laurel.opening;

import cloud.laurel.standing.SchoolDetail.Opening;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** How far one school or several together have come with opening spaces. */
public record OpeningSummary(int schools, Group teachers, Group students) {

  /**
   * Spaces of one kind of people.
   *
   * @param spaces of all schools together
   * @param open schools in which everybody has registered
   * @param active schools in which everybody who registered has activated, and somebody has
   *     (bulletin-2021: 空间激活率达100%的学校)
   */
  public record Group(Opening spaces, long open, long active) {

    static Group of(List<Opening> schools) {
      return new Group(
          schools.stream().reduce(Opening.NONE, Opening::plus),
          schools.stream().filter(o -> o.rate().isWhole()).count(),
          schools.stream().filter(o -> o.activation().isWhole()).count());
    }
  }

  /** Of these schools. */
  public static OpeningSummary of(Collection<SchoolOpening> schools) {
    return new OpeningSummary(
        schools.size(),
        group(schools, SchoolOpening::teachers),
        group(schools, SchoolOpening::students));
  }

  private static Group group(
      Collection<SchoolOpening> schools, Function<SchoolOpening, Opening> which) {
    return Group.of(schools.stream().map(which).toList());
  }
}
