package cloud.laurel.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A campaign's stretches of time, to be drawn one below the other on the same scale.
 *
 * @param bars the scoring window, then the phases
 * @param today where today is on the scale, empty when it is outside
 */
public record TimeLine(List<Bar> bars, Optional<Integer> today) {

  /** The scale's length; a bar's position and width are whole numbers of it. */
  static final int SCALE = 1000;

  /**
   * One stretch.
   *
   * @param name empty for the scoring window
   * @param from its first day, empty when open
   * @param to its last day, empty when open
   * @param start where its first day begins on the scale
   * @param width at least 4, so that a single day is seen
   * @param now whether today lies in it
   */
  public record Bar(String name, String from, String to, int start, int width, boolean now) {}

  static TimeLine of(Campaign campaign, LocalDate today) {
    LocalDate first = ends(campaign, true).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = ends(campaign, false).max(Comparator.naturalOrder()).orElseThrow();
    Scale scale = new Scale(first, ChronoUnit.DAYS.between(first, last) + 1);
    List<Bar> bars = new ArrayList<>();
    bars.add(scale.bar("", Optional.of(campaign.from()), Optional.of(campaign.to()), last, today));
    campaign.phases().forEach(p -> bars.add(scale.bar(p.name(), p.from(), p.to(), last, today)));
    return new TimeLine(
        bars,
        today.isBefore(first) || today.isAfter(last)
            ? Optional.empty()
            : Optional.of(scale.at(today)));
  }

  private static Stream<LocalDate> ends(Campaign campaign, boolean begin) {
    return Stream.concat(
        Stream.of(begin ? campaign.from() : campaign.to()),
        campaign.phases().stream().flatMap(p -> Stream.concat(p.from().stream(), p.to().stream())));
  }

  /** Whether today is on the scale. */
  public boolean isDrawn() {
    return today.isPresent();
  }

  /** Where today is drawn; before the scale when it is outside. */
  public int getMark() {
    return today.orElse(-SCALE);
  }

  private record Scale(LocalDate first, long days) {

    int at(LocalDate day) {
      return (int) (ChronoUnit.DAYS.between(first, day) * SCALE / days);
    }

    Bar bar(
        String name,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        LocalDate last,
        LocalDate today) {
      LocalDate begin = from.orElse(first);
      LocalDate end = to.orElse(last);
      return new Bar(
          name,
          from.map(LocalDate::toString).orElse(""),
          to.map(LocalDate::toString).orElse(""),
          at(begin),
          Math.max(4, at(end.plusDays(1)) - at(begin)),
          !today.isBefore(begin) && !today.isAfter(end));
    }
  }
}
