package cloud.laurel.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Short ways to ask a seeded generator. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  <T> Set<T> some(List<T> of, int count) {
    return new TreeSet<>(shuffled(of).subList(0, count));
  }

  <T> List<T> shuffled(List<T> of) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  LocalDate day(LocalDate from, LocalDate to) {
    return from.plusDays(between(0, (int) (to.toEpochDay() - from.toEpochDay())));
  }
}
