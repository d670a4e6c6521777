package cloud.laurel.plan;

import cloud.laurel.input.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a school's training log (校本培训).
 *
 * @param id its number
 * @param school its school's code
 * @param from its day, or its first one
 * @param to its last day; empty for a single day
 * @param topic what it was about
 * @param place where, or in which form, it was held
 * @param participants how many took part
 * @param link to material elsewhere, may be empty
 * @param version counts everything that is done to it
 * @param files material
 */
public record Training(
    long id,
    String school,
    LocalDate from,
    Optional<LocalDate> to,
    String topic,
    String place,
    int participants,
    String link,
    int version,
    List<Attachment> files) {

  /** Copies its list. */
  public Training {
    files = List.copyOf(files);
  }

  /** The entry in one line, as its history keeps it. */
  String summary() {
    return from
        + to.map(day -> "～" + day).orElse("")
        + "\u3000"
        + topic
        + (place.isEmpty() ? "" : "\u3000" + place)
        + "\u3000"
        + participants;
  }
}
