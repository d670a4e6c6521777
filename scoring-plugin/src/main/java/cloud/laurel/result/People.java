package cloud.laurel.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The people of a result, each reading of them kept as long as the result itself. */
final class People {

  private final Map<Integer, List<PersonResult>> teachers = new ConcurrentHashMap<>();
  private Optional<List<PersonResult>> administrators = Optional.empty();

  List<PersonResult> teachers(int best, Supplier<List<PersonResult>> read) {
    return teachers.computeIfAbsent(best, b -> List.copyOf(read.get()));
  }

  synchronized List<PersonResult> administrators(Supplier<List<PersonResult>> read) {
    if (administrators.isEmpty()) {
      administrators = Optional.of(List.copyOf(read.get()));
    }
    return administrators.get();
  }
}
