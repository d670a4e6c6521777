package cloud.laurel.certificate;

import cloud.laurel.campaign.Rules.Honour.Of;
import java.time.LocalDate;

/**
 * Everything that a certificate says, frozen at issue: whatever is renamed later, this stays.
 *
 * @param of who is honoured
 * @param name of the person, school or central school, never padded
 * @param school display name of a person's school; empty where a school is honoured
 * @param campaign full title
 * @param reason one phrase, such as 成绩突出; may be empty
 * @param honour name of the honour as decided, such as 优秀教师
 * @param document the deciding document's number; may be empty
 * @param issuer the authority that issues it
 * @param issuedOn the decision's date, not that of printing
 * @param demo whether it is made for show and worth nothing
 */
public record Printed(
    Of of,
    String name,
    String school,
    String campaign,
    String reason,
    String honour,
    String document,
    String issuer,
    LocalDate issuedOn,
    boolean demo) {

  /** Whether a person is honoured, not a school. */
  public boolean isPerson() {
    return of == Of.TEACHER || of == Of.ADMINISTRATOR;
  }
}
