package cloud.laurel.input;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Contents of files in a table of parts: H2 holds no more than 1 MiB in one value. */
public final class FileParts {

  private static final int PART = 512 * 1024;

  private final String table;
  private final String key;

  /**
   * Parts in a table.
   *
   * @param table with the columns {@code part} and {@code content}
   * @param key its column that names the file
   */
  public FileParts(String table, String key) {
    this.table = table;
    this.key = key;
  }

  /** Keeps the content of a file. */
  public void store(Handle tx, long file, byte[] content) {
    PreparedBatch parts =
        tx.prepareBatch("INSERT INTO " + table + " (" + key + ", part, content) VALUES (?, ?, ?)");
    for (int at = 0; at < content.length; at += PART) {
      byte[] part = Arrays.copyOfRange(content, at, Math.min(content.length, at + PART));
      parts.add(file, at / PART, part);
    }
    parts.execute();
  }

  /** The content of a file. */
  public byte[] bytes(Handle tx, long file, int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    tx.createQuery("SELECT content FROM " + table + " WHERE " + key + " = :id ORDER BY part")
        .bind("id", file)
        .map((row, context) -> row.getBytes("content"))
        .forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** Drops the content of a file. */
  public void drop(Handle tx, long file) {
    tx.execute("DELETE FROM " + table + " WHERE " + key + " = ?", file);
  }
}
