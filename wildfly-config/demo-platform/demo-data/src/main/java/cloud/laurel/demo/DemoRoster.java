package cloud.laurel.demo;

import cloud.laurel.demo.DemoPerson.Kind;
import cloud.laurel.demo.DemoSchool.Spaces;
import cloud.laurel.demo.Names.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everybody in the demo; the same people on every run.
 *
 * @param schools in the order of their codes
 * @param people by school
 */
record DemoRoster(List<DemoSchool> schools, List<DemoPerson> people) {

  /** First day on which the roster holds; before both campaigns, so that it serves both. */
  static final LocalDate EFFECTIVE = LocalDate.of(2020, 9, 1);

  /** The teacher whose sign-in the README names. */
  static final String TEACHER = "T-000001";

  /** The administrator whose sign-in the README names. */
  static final String ADMINISTRATOR = "A-000001";

  private static final Map<String, Signin> SIGNINS =
      Map.of(
          TEACHER,
          new Signin("teacher1", new Name("林", "诗语")),
          "T-000002",
          new Signin("teacher2", new Name("沈", "启航")),
          ADMINISTRATOR,
          new Signin("admin1", new Name("何", "清源")));

  private static final int PUPILS_OF_GRADE_5 = 5;

  /** Index of the teacher who also administers the school. */
  private static final int TEACHING_ADMINISTRATOR = 2;

  /** The schools between which somebody moves; small ones, of one township. */
  private static final List<String> NEIGHBOURS = List.of("S-40", "S-41");

  /** Index of the teacher who moves from the first of them to the second. */
  private static final int MOVING = 5;

  private record Signin(String username, Name name) {}

  /** Invents everybody. */
  static DemoRoster invent() {
    List<DemoSchool> schools = DemoSchool.all();
    return new DemoRoster(schools, new Inventor().people(schools));
  }

  /** A school's people of one sort, in the order of their ids, by school code. */
  Map<String, List<DemoPerson>> bySchool(Predicate<DemoPerson> sort) {
    return people.stream().filter(sort).collect(Collectors.groupingBy(DemoPerson::school));
  }

  /** The teacher who moves to another school during the present campaign. */
  String mover() {
    return bySchool(DemoPerson::teaches).get(NEIGHBOURS.get(0)).get(MOVING).id();
  }

  /** The two schools' roster after a teacher has moved from one to the other. */
  DemoRoster afterMove() {
    List<DemoSchool> two = schools.stream().filter(s -> NEIGHBOURS.contains(s.code())).toList();
    Predicate<DemoPerson> there = p -> NEIGHBOURS.contains(p.school());
    String moving = mover();
    List<DemoPerson> both =
        people.stream()
            .filter(there)
            .map(p -> p.id().equals(moving) ? p.movedTo(NEIGHBOURS.get(1)) : p)
            .toList();
    return new DemoRoster(two, both);
  }

  private static final class Inventor {
    private final Names names = new Names(66);
    private final SplittableRandom random = new SplittableRandom(3772);
    private final List<DemoPerson> people = new ArrayList<>(64_000);
    private int teachers;
    private int administrators;
    private int pupils;

    List<DemoPerson> people(List<DemoSchool> schools) {
      schools.forEach(this::invent);
      return List.copyOf(people);
    }

    private void invent(DemoSchool school) {
      // in every second small school one of the teachers administers it beside the lessons
      boolean teacherAdministers = school.administrators() == 2 || people.size() % 2 == 1;
      int administratorsOnly = school.administrators() - (teacherAdministers ? 1 : 0);
      for (int i = 0; i < administratorsOnly; i++) {
        add("A-%06d".formatted(++administrators), school, Kind.ADMINISTRATOR, 0, 2);
      }
      for (int i = 0; i < school.teachers().eligible(); i++) {
        boolean both = teacherAdministers && i == TEACHING_ADMINISTRATOR;
        Kind kind = both ? Kind.TEACHER_AND_ADMINISTRATOR : Kind.TEACHER;
        add("T-%06d".formatted(++teachers), school, kind, 0, state(i, school.teachers()));
      }
      for (int i = 0; i < school.pupils().eligible(); i++) {
        boolean fixed = pupils < PUPILS_OF_GRADE_5;
        int grade = fixed ? 5 : school.level().gradeOf(i);
        add("P-%06d".formatted(++pupils), school, Kind.PUPIL, grade, state(i, school.pupils()));
      }
      if (school.level().hasYoungest()) {
        for (int i = 0; i < school.pupils().eligible() * 6 / 10; i++) {
          add("P-%06d".formatted(++pupils), school, Kind.PUPIL, 1 + i % 2, 0);
        }
      }
    }

    /** 2 activated, 1 registered, 0 neither. */
    private static int state(int index, Spaces spaces) {
      if (index < spaces.activated()) {
        return 2;
      }
      return index < spaces.registered() ? 1 : 0;
    }

    private void add(String id, DemoSchool school, Kind kind, int grade, int state) {
      Optional<LocalDate> registered = Optional.empty();
      Optional<LocalDate> activated = Optional.empty();
      if (state > 0) {
        // the spaces were set up in the year before the roster (notice-2020, part 2)
        LocalDate day = EFFECTIVE.minusDays(40 + random.nextInt(320));
        registered = Optional.of(day);
        activated = state > 1 ? Optional.of(day.plusDays(random.nextInt(30))) : Optional.empty();
      }
      Name invented = names.next();
      Optional<Signin> signin = Optional.ofNullable(SIGNINS.get(id));
      String username =
          signin
              .map(Signin::username)
              .orElse(kind == Kind.PUPIL ? "" : id.toLowerCase(Locale.ROOT));
      Name name = signin.map(Signin::name).orElse(invented);
      people.add(
          new DemoPerson(id, username, name, school.code(), kind, grade, registered, activated));
    }
  }
}
