package cloud.laurel.plan;

import java.util.List;

/**
 * A township's central school, which hands in plans for the schools under it.
 *
 * @param code its code on the roster
 * @param desk who acts for it, by name
 */
public record CentralSchool(String code, String name, List<Holder> desk) {

  /** Copies its list. */
  public CentralSchool {
    desk = List.copyOf(desk);
  }

  /** An administrator of one of its schools. */
  public record Holder(String account, String name, String school) {}
}
