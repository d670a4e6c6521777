package cloud.laurel.certificate;

import cloud.laurel.certificate.RunStopped.Why;
import cloud.laurel.press.PressRefused;
import cloud.laurel.press.SheetStack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes one print file at a time, on disk: a file is whole before anybody gets any of it. */
@ApplicationScoped
public class RunPress {

  /** Longer than a file takes, shorter than browsers wait. */
  private static final int PATIENCE_SECONDS = 150;

  private final Semaphore free = new Semaphore(1, true);

  @Inject private RegisterService register;
  @Inject private Press press;

  /**
   * Makes a file.
   *
   * @param overprint whether it is for ready-made paper; else the pages are those that were signed
   * @return the caller deletes it
   * @throws RunStopped when it cannot be made as it was asked for
   */
  Path make(List<Leaf> leaves, boolean overprint, String title) throws IOException {
    if (overprint && !press.canOverprint()) {
      throw new RunStopped(Why.HOMELESS, "");
    }
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new RunStopped(Why.BUSY, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("LRL-11008 interrupted while waiting for another print file", e);
    }
    try {
      List<Long> ids = leaves.stream().map(Leaf::id).toList();
      return write(
          leaves.size(),
          title,
          stack ->
              register.files(ids, (one, signed) -> stack.add(overprint ? overprint(one) : signed)));
    } finally {
      free.release();
    }
  }

  /** Lays certificates on a stack. */
  @FunctionalInterface
  interface Source {

    /** Does it, and says how many there were. */
    int layOn(SheetStack stack) throws IOException;
  }

  /** Writes a file of so many certificates, or leaves none behind. */
  static Path write(int certificates, String title, Source source) throws IOException {
    Path file = Files.createTempFile("laurel-print", ".pdf");
    try (SheetStack stack = new SheetStack(title);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (source.layOn(stack) != certificates) {
        throw new RunStopped(Why.CHANGED, "");
      }
      stack.write(out);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private byte[] overprint(Certificate one) throws RunStopped {
    try {
      return press.overprint(one);
    } catch (PressRefused e) {
      throw new RunStopped(Why.REFUSED, one.number().series());
    }
  }
}
