package cloud.laurel.demo.management;

import java.util.List;

/** What an import took over: one number for the whole, and the records it made. */
public final class ImportReceipt {

  private final String id;
  private final List<SchoolRecord> records;

  ImportReceipt(String id, List<SchoolRecord> records) {
    this.id = id;
    this.records = List.copyOf(records);
  }

  /** The import's number. */
  public String getId() {
    return id;
  }

  /** How many records it made. */
  public int getCount() {
    return records.size();
  }
}
