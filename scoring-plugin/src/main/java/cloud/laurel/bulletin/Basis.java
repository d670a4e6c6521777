package cloud.laurel.bulletin;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.standing.RankedBy;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bulletin is printed with: the result and the confirmed honours as they were when a version
 * was saved. Kept with it, so that nothing which happens later changes how it reads.
 *
 * @param snapshot the frozen result; empty while the campaign's figures are provisional
 * @param asOf as of when the figures are
 * @param figures printed forms by name, in the result's order
 * @param boards schools with their ranks, by what they are ranked by
 * @param selection the confirmed one; empty before a second officer has confirmed it
 * @param honours in the campaign's order; without rows before the selection is confirmed
 */
public record Basis(
    Optional<Frozen> snapshot,
    Instant asOf,
    Map<String, String> figures,
    Map<RankedBy, List<Place>> boards,
    Optional<Chosen> selection,
    List<HonourRoll> honours) {

  /** Copies its collections, in their order. */
  public Basis {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    boards = Collections.unmodifiableMap(new LinkedHashMap<>(boards));
    honours = List.copyOf(honours);
  }

  /** A snapshot, by key and hash. */
  public record Frozen(long id, String hash, Instant takenAt) {}

  /** A confirmed selection, by its hash, and the snapshot that it rests on. */
  public record Chosen(String hash, long snapshot) {}

  /** A school on a board. */
  public record Place(int rank, String name) {}

  /**
   * Who gets an honour.
   *
   * @param quota how many there should be
   */
  public record HonourRoll(
      String code, String name, Of of, Optional<Integer> quota, List<Honoured> rows) {
    /** Copies its list. */
    public HonourRoll {
      rows = List.copyOf(rows);
    }

    /** Whether people get it, and not schools. */
    public boolean isPersonal() {
      return of == Of.ADMINISTRATOR || of == Of.TEACHER;
    }
  }

  /**
   * Somebody, or a school.
   *
   * @param school name of the person's school; empty for a school
   */
  public record Honoured(String code, String name, String school) {}

  /** An honour by its code. */
  public Optional<HonourRoll> honour(String code) {
    return honours.stream().filter(h -> h.code().equals(code)).findFirst();
  }

  /** The schools on a board down to a rank, ties included (rule R8); empty for an unknown one. */
  public List<String> board(String code, int places) {
    return boards.entrySet().stream()
        .filter(b -> b.getKey().name().equals(code))
        .flatMap(b -> b.getValue().stream())
        .filter(place -> place.rank() <= places)
        .map(Place::name)
        .toList();
  }
}
