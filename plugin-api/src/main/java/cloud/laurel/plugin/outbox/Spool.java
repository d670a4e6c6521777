package cloud.laurel.plugin.outbox;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformActionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * A folder with a file of actions whose outbox row could not be written, one JSON text a line,
 * forced to the disk before {@link #append} returns.
 *
 * <p>Draining first renames the file, so that new actions go to a new one, then hands its actions
 * over, and deletes it when that succeeded; after a crash in between the file is drained once more,
 * which the actions' ids make harmless. A line that a crash cut short is kept in {@code
 * unreadable.jsonl} for a person to look at.
 */
public final class Spool {

  private static final Logger LOG = Logger.getLogger(Spool.class);
  private static final String CURRENT = "actions.jsonl";
  private static final String DRAINING = "draining.jsonl";
  private static final String UNREADABLE = "unreadable.jsonl";

  /** One per folder, because several deployments of this server write to the same file. */
  private static final Map<Path, Spool> OPEN = new ConcurrentHashMap<>();

  private final Path folder;

  /** Apart from the lock of {@link #append}: a slow database must not hold up the platform. */
  private final Object draining = new Object();

  private Spool(Path folder) {
    this.folder = folder;
  }

  /** The spool in a folder, which is created when something is written. */
  public static Spool in(Path folder) {
    return OPEN.computeIfAbsent(folder.toAbsolutePath().normalize(), Spool::new);
  }

  /**
   * Adds an action and forces it to the disk.
   *
   * @throws IOException when the action is not safely on the disk
   */
  public void append(PlatformAction action) throws IOException {
    byte[] line = (PlatformActionJson.toJson(action) + "\n").getBytes(StandardCharsets.UTF_8);
    append(CURRENT, line);
  }

  /** Whether actions wait here. */
  public boolean inUse() {
    return Files.exists(folder.resolve(CURRENT)) || Files.exists(folder.resolve(DRAINING));
  }

  /** Whether lines were found here that cannot be read. */
  public boolean hasUnreadable() {
    return Files.exists(folder.resolve(UNREADABLE));
  }

  /** Whether actions could be written now. */
  public boolean writable() {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Hands all actions over and forgets them when the taker returns normally.
   *
   * @return how many were taken
   * @throws IOException when the folder cannot be read or the taker failed; all actions stay
   */
  public int drain(Taker taker) throws IOException {
    synchronized (draining) {
      return drainAlone(taker);
    }
  }

  private int drainAlone(Taker taker) throws IOException {
    int taken = 0;
    // what an earlier attempt left over comes first
    while (Files.exists(folder.resolve(DRAINING)) || renameCurrent()) {
      Path file = folder.resolve(DRAINING);
      List<byte[]> unreadable = new ArrayList<>();
      List<PlatformAction> actions = read(Files.readAllBytes(file), unreadable);
      if (!actions.isEmpty()) {
        taker.take(actions);
      }
      for (byte[] line : unreadable) {
        LOG.warnf("LRL-02031: a line of the spool %s cannot be read; kept in %s", file, UNREADABLE);
        append(UNREADABLE, line);
      }
      Files.delete(file);
      taken += actions.size();
    }
    return taken;
  }

  private synchronized boolean renameCurrent() throws IOException {
    Path current = folder.resolve(CURRENT);
    if (!Files.exists(current)) {
      return false;
    }
    Files.move(current, folder.resolve(DRAINING), StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
    return true;
  }

  private static List<PlatformAction> read(byte[] bytes, List<byte[]> unreadable) {
    List<PlatformAction> actions = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      byte[] line = Arrays.copyOfRange(bytes, start, Math.min(end + 1, bytes.length));
      String text = new String(line, StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) {
        try {
          actions.add(PlatformActionJson.parse(text));
        } catch (RuntimeException e) {
          unreadable.add(line);
        }
      }
      start = end + 1;
    }
    return actions;
  }

  private synchronized void append(String name, byte[] line) throws IOException {
    Path file = folder.resolve(name);
    boolean isNew = !Files.exists(file);
    if (isNew) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean torn = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
      ByteBuffer buffer = ByteBuffer.allocate(line.length + 1);
      if (torn) {
        buffer.put((byte) '\n');
      }
      buffer.put(line).flip();
      channel.position(end);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    if (isNew) {
      forceFolder();
    }
  }

  /** A file's name is safe only when its folder is on the disk too. */
  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Takes a spool's actions over. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Returns when the actions are durable elsewhere.
     *
     * @throws IOException when they are not
     */
    void take(List<PlatformAction> actions) throws IOException;
  }
}
