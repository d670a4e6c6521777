package cloud.laurel.demo.management;

import java.util.List;

/** One of the ten functions of the management center; {@link Kind} says what it offers. */
public interface SchoolFunction {

  /** What it manages. */
  Kind kind();

  /** Makes one. */
  SchoolRecord create(String name, String note);

  /** Makes one of each line, {@code name,note}. */
  default ImportReceipt importAll(List<String> lines) {
    throw new UnsupportedOperationException(kind() + " has no import");
  }

  /** Rewords one. */
  default SchoolRecord edit(long id, String name, String note) {
    throw new UnsupportedOperationException(kind() + " has no editing");
  }
}
