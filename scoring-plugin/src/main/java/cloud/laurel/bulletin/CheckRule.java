package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.bulletin.Basis.Honoured;
import cloud.laurel.bulletin.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that is looked at before a bulletin is released. */
final class CheckRule {

  /** Six-cornered brackets, no leading zero (GB/T 9704-2012, 7.2.5). */
  private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}{1,20}〔\\d{4}〕[1-9]\\d*号");

  private final Content content;
  private final Basis made;
  private final Basis newest;
  private final SchoolNameRule schools;
  private final List<Finding> found = new ArrayList<>();

  /**
   * For one bulletin.
   *
   * @param made what it was written with
   * @param newest what there is now
   */
  CheckRule(Content content, Basis made, Basis newest, SchoolNameRule schools) {
    this.content = content;
    this.made = made;
    this.newest = newest;
    this.schools = schools;
  }

  List<Finding> check() {
    head();
    figures();
    honours();
    for (int i = 0; i < content.parts().size(); i++) {
      part(i, content.parts().get(i));
    }
    people();
    return List.copyOf(found);
  }

  private void whole(boolean so, Kind kind, String... values) {
    if (so) {
      found.add(Finding.whole(kind, values));
    }
  }

  private void head() {
    whole(content.issuer().isEmpty(), Kind.ISSUER_MISSING);
    whole(content.title().isEmpty(), Kind.TITLE_MISSING);
    whole(content.number().isEmpty(), Kind.NUMBER_MISSING);
    whole(
        !content.number().isEmpty() && !NUMBER.matcher(content.number()).matches(),
        Kind.NUMBER_FORM);
    whole(content.date().isEmpty(), Kind.DATE_MISSING);
  }

  private void figures() {
    if (newest.snapshot().isEmpty()) {
      whole(true, Kind.NOT_CLOSED);
      return;
    }
    if (made.snapshot().map(s -> s.hash().equals(newest.snapshot().get().hash())).orElse(false)) {
      return;
    }
    whole(true, Kind.OTHER_SNAPSHOT);
    Set<String> names = new TreeSet<>(made.figures().keySet());
    names.addAll(newest.figures().keySet());
    for (String name : names) {
      String was = made.figures().getOrDefault(name, "--");
      String is = newest.figures().getOrDefault(name, "--");
      whole(!was.equals(is), Kind.FIGURE_CHANGED, name, was, is);
    }
    for (Part part : content.parts()) {
      whole(
          part.kind() == Part.Kind.BOARD
              && !made.board(part.code(), part.number())
                  .equals(newest.board(part.code(), part.number())),
          Kind.BOARD_CHANGED,
          part.code());
    }
  }

  private void honours() {
    List<Part> lists = content.parts().stream().filter(p -> p.kind() == Part.Kind.HONOURS).toList();
    whole(!lists.isEmpty() && newest.selection().isEmpty(), Kind.HONOURS_OPEN);
    whole(
        !lists.isEmpty()
            && newest.selection().isPresent()
            && !Objects.equals(made.selection(), newest.selection()),
        Kind.HONOURS_CHANGED);
    whole(
        !lists.isEmpty()
            && newest
                .selection()
                .flatMap(s -> newest.snapshot().filter(n -> n.id() != s.snapshot()))
                .isPresent(),
        Kind.HONOURS_OTHER_SNAPSHOT);
    Set<String> printed = new HashSet<>();
    for (Part list : lists) {
      whole(!printed.add(list.code()), Kind.HONOUR_TWICE, name(list.code()));
    }
    for (HonourRoll honour : made.honours()) {
      int count = honour.rows().size();
      whole(count > 0 && !printed.contains(honour.code()), Kind.HONOUR_MISSING, honour.name());
      if (printed.contains(honour.code()) && made.selection().isPresent()) {
        honour
            .quota()
            .filter(quota -> quota != count)
            .ifPresent(
                quota ->
                    whole(
                        true,
                        count < quota ? Kind.QUOTA_SHORT : Kind.QUOTA_EXCEEDED,
                        honour.name(),
                        String.valueOf(count),
                        String.valueOf(quota)));
      }
    }
  }

  private String name(String code) {
    return made.honour(code).map(HonourRoll::name).orElse(code);
  }

  private void part(int index, Part part) {
    boolean empty =
        part.kind().needsHead() && part.head().isEmpty()
            || part.kind().isWorded() && part.kind() != Part.Kind.BOARD && part.text().isEmpty()
            || part.kind() == Part.Kind.BOARD && made.board(part.code(), part.number()).isEmpty()
            || part.kind() == Part.Kind.HONOURS
                && made.selection().isPresent()
                && made.honour(part.code()).map(h -> h.rows().isEmpty()).orElse(true);
    if (empty) {
      found.add(Finding.in(index, Kind.EMPTY));
    }
    FigureRule figures = new FigureRule(made.figures());
    found.addAll(figures.unknown(index, part));
    found.addAll(schools.check(index, part.words()));
    found.addAll(figures.typed(index, part));
  }

  /** Somebody in two lists, and two accounts of one name at one school. */
  private void people() {
    Set<String> printed =
        content.parts().stream()
            .filter(p -> p.kind() == Part.Kind.HONOURS)
            .map(Part::code)
            .collect(Collectors.toSet());
    Map<String, List<String>> honoursOf = new LinkedHashMap<>();
    Map<String, Honoured> people = new LinkedHashMap<>();
    for (HonourRoll honour : made.honours()) {
      if (honour.isPersonal() && printed.contains(honour.code())) {
        for (Honoured person : honour.rows()) {
          people.putIfAbsent(person.code(), person);
          honoursOf.computeIfAbsent(person.code(), c -> new ArrayList<>()).add(honour.name());
        }
      }
    }
    honoursOf.forEach(
        (code, honours) -> twice(Kind.PERSON_TWICE, people.get(code), honours.size(), honours));
    people.values().stream()
        .collect(
            Collectors.groupingBy(
                p -> p.name() + "\n" + p.school(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(
            same ->
                twice(
                    Kind.NAMESAKE,
                    same.get(0),
                    same.size(),
                    same.stream().flatMap(p -> honoursOf.get(p.code()).stream()).toList()));
  }

  private void twice(Kind kind, Honoured person, int times, List<String> honours) {
    whole(times > 1, kind, person.name(), person.school(), String.join("、", honours));
  }
}
