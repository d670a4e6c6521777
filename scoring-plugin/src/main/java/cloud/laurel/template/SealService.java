package cloud.laurel.template;

import cloud.laurel.input.Upload;
import cloud.laurel.input.WordsRule;
import cloud.laurel.store.Database;
import cloud.laurel.store.Sha256;
import cloud.laurel.template.Seal.Step;
import cloud.laurel.template.SealRefused.Why;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Pictures of the issuer's seal: one officer uploads, another one releases. */
public final class SealService {

  private static final int MAX_NAME = 100;

  private final Database database;
  private final InstantSource clock;
  private final SealRepository seals = new SealRepository();

  /** One for a database. */
  public SealService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All of them, newest first. */
  public List<Seal> all() {
    return database.read(seals::all);
  }

  /** The one that new certificates get: the last that was released and is not retired. */
  public Optional<Seal> current() {
    return current(all());
  }

  /** The same among seals that have been read already. */
  public static Optional<Seal> current(List<Seal> seals) {
    return seals.stream()
        .filter(Seal::isInUse)
        .max(Comparator.comparing(seal -> seal.released().orElseThrow().at()));
  }

  /** A seal, whatever its state. */
  public Optional<Seal> find(long id) {
    return database.read(tx -> seals.find(tx, id));
  }

  /** The PNG of a seal, whatever its state: certificates keep theirs. */
  public Optional<byte[]> picture(long id) {
    return database.read(tx -> seals.picture(tx, id));
  }

  /**
   * Takes a picture, which has to be released before it is used.
   *
   * @param millimetres its width on paper
   * @return its id
   * @throws SealRefused when it is not fit for a seal
   * @throws cloud.laurel.input.FileRefused when it is no picture
   */
  public long upload(Upload upload, int millimetres, String officer) {
    byte[] png = SealRule.drawn(upload, millimetres);
    String hash = HexFormat.of().formatHex(Sha256.digest().digest(png));
    String line = WordsRule.line(upload.name());
    String name =
        line.substring(
            0,
            line.offsetByCodePoints(0, Math.min(MAX_NAME, line.codePointCount(0, line.length()))));
    return database.inTransaction(
        tx -> seals.insert(tx, name, millimetres, png, hash, step(officer)));
  }

  /**
   * Lets a picture be used.
   *
   * @throws SealRefused when the officer uploaded it, or it does not wait for that
   */
  public void release(long id, String officer) {
    Seal seal = find(id).orElseThrow(() -> new SealRefused(Why.UNKNOWN));
    if (seal.uploaded().officer().equals(officer)) {
      throw new SealRefused(Why.SAME_OFFICER);
    }
    requireDone(database.inTransaction(tx -> seals.release(tx, id, step(officer))));
  }

  /**
   * Uses a picture no longer; certificates that have it keep it.
   *
   * @throws SealRefused when that has been done
   */
  public void retire(long id, String officer) {
    requireDone(database.inTransaction(tx -> seals.retire(tx, id, step(officer))));
  }

  private static void requireDone(boolean done) {
    if (!done) {
      throw new SealRefused(Why.OTHER_STATE);
    }
  }

  private Step step(String officer) {
    return new Step(officer, clock.instant());
  }
}
