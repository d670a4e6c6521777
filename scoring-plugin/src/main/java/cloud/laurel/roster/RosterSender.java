package cloud.laurel.roster;

import java.util.Optional;

/**
 * Who sends a roster.
 *
 * @param name sign-in name; empty when no person did
 * @param fileName what the file is called there; empty when unknown
 * @param school the school whose people alone may be listed; empty for the bureau
 */
public record RosterSender(String name, String fileName, Optional<String> school) {

  /** The import folder and programs. */
  public static final RosterSender NOBODY = new RosterSender("", "", Optional.empty());

  private static final int MAX_FILE_NAME = 200;

  /** Cuts a file name that is too long for any list, and what is no name in it. */
  public RosterSender {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", " ").strip();
    fileName = plain.substring(0, Math.min(MAX_FILE_NAME, plain.length()));
  }

  /** Whether a school sends its own people. */
  boolean isOwn() {
    return school.isPresent();
  }
}
