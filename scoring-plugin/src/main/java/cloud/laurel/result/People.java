package cloud.laurel.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The people of a result, read once and kept as long as the result itself. */
final class People {

  private Optional<List<PersonResult>> teachers = Optional.empty();
  private Optional<List<PersonResult>> administrators = Optional.empty();

  synchronized List<PersonResult> teachers(Supplier<List<PersonResult>> read) {
    if (teachers.isEmpty()) {
      teachers = Optional.of(List.copyOf(read.get()));
    }
    return teachers.get();
  }

  synchronized List<PersonResult> administrators(Supplier<List<PersonResult>> read) {
    if (administrators.isEmpty()) {
      administrators = Optional.of(List.copyOf(read.get()));
    }
    return administrators.get();
  }
}
