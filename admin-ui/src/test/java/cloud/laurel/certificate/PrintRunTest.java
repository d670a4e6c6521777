package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.PrintRun.Portion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a print run is cut into files. */
class PrintRunTest {

  private static String series(int serial) {
    return "LR-2021-12-T-%04d".formatted(serial);
  }

  private static PrintRun run(IntStream serials) {
    return new PrintRun(
        RegisterQuery.ALL,
        0,
        serials.mapToObj(i -> new Leaf(i, series(i), "第一小学", -1, false)).toList());
  }

  @Test
  void twoHundredAreOneFileAndTheNextBeginsAnother() {
    assertThat(run(IntStream.empty()).portions()).isEmpty();
    assertThat(run(IntStream.rangeClosed(1, 200)).portions()).hasSize(1);
    List<Portion> portions = run(IntStream.rangeClosed(1, 401)).portions();
    assertThat(portions).extracting(Portion::from).containsExactly(1, 201, 401);
    assertThat(portions).extracting(Portion::to).containsExactly(200, 400, 401);
    assertThat(portions)
        .extracting(Portion::series)
        .containsExactly(
            series(1) + "_" + series(200), series(201) + "_" + series(400), series(401));
    assertThat(portions.get(1).toQuery())
        .isEqualTo("&first=" + series(201) + "&last=" + series(400) + "&pages=200");
  }

  @Test
  void aFileIsTheOneThatWasOfferedOrNone() {
    PrintRun run = run(IntStream.rangeClosed(1, 401));
    assertThat(run.portion(series(201), series(400), 200))
        .hasValueSatisfying(p -> assertThat(p.from()).isEqualTo(201));
    PrintRun later = run(IntStream.rangeClosed(1, 401).filter(i -> i != 7));
    assertThat(later.portion(series(1), series(200), 200)).as("one is missing").isEmpty();
    assertThat(later.portion(series(201), series(400), 200))
        .as("nothing slips from one file into the next")
        .hasValueSatisfying(p -> assertThat(p.first().series()).isEqualTo(series(201)));
    assertThat(later.portion(series(7), series(200), 193)).isEmpty();
    assertThat(run.portion(series(1), series(201), 201)).as("too many").isEmpty();
    assertThat(run.portion(series(2), series(1), 0)).as("the wrong way round").isEmpty();
    assertThat(run.portion("", "", 0)).isEmpty();
  }
}
