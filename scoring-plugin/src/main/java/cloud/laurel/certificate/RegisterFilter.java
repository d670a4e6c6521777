package cloud.laurel.certificate;

import cloud.laurel.certificate.Certificate.State;
import java.util.Optional;

/**
 * Which numbers of a campaign's register are wanted.
 *
 * @param honour its code; empty for all
 * @param school its code; empty for all
 * @param words part of a name, school or series; empty for all
 */
public record RegisterFilter(String honour, Optional<State> state, String school, String words) {

  /** All of them. */
  public static final RegisterFilter ALL = new RegisterFilter("", Optional.empty(), "", "");
}
