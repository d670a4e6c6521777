package cloud.laurel.certificate;

/**
 * A series of numbers from 1 on.
 *
 * @param head what comes before the serial
 * @param last serial that was taken
 * @param issued of them, also replaced and revoked ones
 * @param waiting of them to be printed
 * @param voided of them never issued, each with a reason
 */
public record Series(String head, int last, int issued, int waiting, int voided) {

  /** Numbers that nothing is known about: there must be none. */
  public int unexplained() {
    return last - issued - waiting - voided;
  }
}
