package cloud.laurel.appeal;

import java.util.Optional;

/**
 * What an officer decides.
 *
 * @param officer sign-in name
 * @param granted whether the appeal is right
 * @param reason in words for the filer; never blank
 * @param indicator for the award, where it is not the claimed one
 * @param school for the award, where it is not the claimed one
 * @param version of the appeal that the officer has looked at; empty to decide whatever was added
 */
public record Decision(
    String officer,
    boolean granted,
    String reason,
    Optional<String> indicator,
    Optional<String> school,
    Optional<Integer> version) {

  /** Grants as claimed. */
  public static Decision grant(String officer, String reason) {
    return new Decision(
        officer, true, reason, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Declines. */
  public static Decision decline(String officer, String reason) {
    return new Decision(
        officer, false, reason, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
