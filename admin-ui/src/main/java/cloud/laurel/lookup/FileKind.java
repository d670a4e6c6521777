package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import java.util.Arrays;
import java.util.Optional;

/** What there is of a certificate. None of it ever changes; whether it is handed out does. */
enum FileKind {
  PDF("application/pdf", ".pdf"),
  PICTURE("image/png", ".png"),
  BADGE("image/png", "-badge.png"),
  CREDENTIAL("application/vc+jwt", ".jwt"),
  RECORD("text/plain;charset=UTF-8", ".txt");

  private final String type;
  private final String ending;

  FileKind(String type, String ending) {
    this.type = type;
    this.ending = ending;
  }

  /** The one that an address ends with. */
  static Optional<FileKind> ofEnding(String ending) {
    return Arrays.stream(values()).filter(kind -> kind.ending.equals(ending)).findFirst();
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** Its entity tag, known without making it; it says nothing of anybody. */
  String tag(Certificate certificate) {
    return certificate.hash() + ending;
  }

  /** What it is called when it is saved. */
  String name(Certificate certificate) {
    return "证书_" + certificate.number().series() + ending;
  }
}
