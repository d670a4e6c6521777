package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.standing.RankedBy;
import cloud.laurel.web.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the page of the bulletin shows.
 *
 * @param number of the version that is shown; 0 for one that nobody has saved yet
 * @param earlier whether an earlier version or a release is shown, to be read only
 * @param release that is shown, when one is
 * @param content as stored, or as it stands in the editor
 * @param base number of the version that a save follows
 * @param basis in words: the snapshot or as of when
 * @param figures names with what they print
 * @param added what can be added as a block
 * @param findings of the check
 * @param differences from the version before, or of what stands in the editor from what is stored
 * @param versions that were saved, the newest first
 * @param releases the newest first
 * @param steps what was done, the newest first
 * @param waiting for a second officer
 */
public record BulletinDesk(
    int number,
    boolean earlier,
    Optional<Issued> release,
    Content content,
    int base,
    String basis,
    List<Named> figures,
    List<Named> added,
    List<FindingWords.Said> findings,
    List<Changed> differences,
    List<Saved> versions,
    List<Issued> releases,
    List<Done> steps,
    Optional<Step> waiting,
    OfficialDocument document) {

  private static final int MARK = 16;

  /** Something by its name, with what it says. */
  public record Named(String name, String label, String value) {}

  /** A difference: the block, whether it came or went, and what it says. */
  public record Changed(String place, boolean added, String text) {}

  /** A version for the list. */
  public record Saved(int number, String at, String by, String note, boolean shown) {}

  /** A release for the list. */
  public record Issued(
      int number,
      int version,
      String paper,
      String date,
      String at,
      String submittedBy,
      String releasedBy,
      String mark) {}

  /** A step for the history. */
  public record Done(String kind, int version, String at, String by, String words) {}

  static BulletinDesk read(
      Campaign campaign,
      BulletinService bulletins,
      Optional<BulletinEdit> edit,
      int version,
      int release,
      Texts text) {
    Basis now = bulletins.board(campaign);
    Version newest = bulletins.newest(campaign, now);
    Version shown =
        version == 0 || version == newest.number()
            ? newest
            : bulletins.version(campaign, version).orElse(newest);
    List<Release> releases = bulletins.releases(campaign);
    Optional<Release> issued = releases.stream().filter(r -> r.number() == release).findFirst();
    List<Version.Saved> versions = bulletins.versions(campaign);
    List<Step> steps = bulletins.steps(campaign);
    Content content =
        edit.map(BulletinEdit::content)
            .orElseGet(() -> issued.map(Release::content).orElse(shown.content()));
    Basis basis = edit.isPresent() ? now : issued.map(Release::basis).orElse(shown.basis());
    Optional<Content> before =
        edit.isPresent()
            ? Optional.of(newest.content())
            : Optional.of(shown.number() - 1)
                .filter(earlier -> earlier > 0)
                .flatMap(earlier -> bulletins.version(campaign, earlier))
                .map(Version::content);
    boolean current = issued.isEmpty() && shown.number() == newest.number();
    DeskWords words = new DeskWords(campaign, text);
    return new BulletinDesk(
        shown.number(),
        !current,
        issued.map(words::issued),
        content,
        // whoever has seen what somebody else saved may save over it
        edit.filter(e -> !e.changedMeanwhile()).map(BulletinEdit::base).orElse(newest.number()),
        words.basis(basis),
        words.figures(now),
        added(now, text),
        current
            ? new FindingWords(text, content).say(found(bulletins, edit, newest, now))
            : List.of(),
        issued.isPresent() ? List.of() : words.differences(before, content),
        versions.stream().map(v -> words.saved(v, v.number() == shown.number())).toList(),
        releases.stream().map(words::issued).toList(),
        steps.stream().map(words::done).toList(),
        edit.isPresent() ? Optional.empty() : bulletins.waiting(versions, steps),
        issued.map(BulletinPaper::of).orElseGet(() -> BulletinPaper.draft(content, basis)));
  }

  private static List<Finding> found(
      BulletinService bulletins, Optional<BulletinEdit> edit, Version newest, Basis now) {
    Version looked =
        edit.map(e -> new Version(newest.number(), newest.savedAt(), "", "", e.content(), now))
            .orElse(newest);
    return bulletins.check(looked, now);
  }

  private static List<Named> added(Basis basis, Texts text) {
    List<Named> added = new ArrayList<>();
    for (Part.Kind kind : Part.Kind.values()) {
      switch (kind) {
        case BOARD ->
            Arrays.stream(RankedBy.values())
                .forEach(
                    by ->
                        added.add(
                            new Named(
                                kind + ":" + by,
                                text.of("bulletin.kind." + kind),
                                text.of("bulletin.board." + by))));
        case HONOURS -> {
          for (HonourRoll honour : basis.honours()) {
            added.add(
                new Named(
                    kind + ":" + honour.code(), text.of("bulletin.kind." + kind), honour.name()));
          }
        }
        default -> added.add(new Named(kind.name(), text.of("bulletin.kind." + kind), ""));
      }
    }
    return List.copyOf(added);
  }

  /** What a board or a list of honours is called. */
  public String nameOf(Part part) {
    return added.stream()
        .filter(one -> one.name().equals(part.kind() + ":" + part.code()))
        .findFirst()
        .map(Named::value)
        .orElse(part.code());
  }

  /** Whether an earlier version or a release is shown, to be read only. */
  public boolean isEarlier() {
    return earlier;
  }

  /** The date as browsers write it; empty without one. */
  public String getDate() {
    return content.date().map(Object::toString).orElse("");
  }

  /** Whether the version that is shown has been released. */
  public boolean isReleased() {
    return releases.stream().anyMatch(r -> r.version() == number);
  }

  /** Whether the newest version waits for a second officer. */
  public boolean isWaiting() {
    return waiting.isPresent();
  }

  /** Who submitted what waits. */
  public String getSubmittedBy() {
    return waiting.map(Step::by).orElse("");
  }

  /** The part of an address that names what is shown. */
  public String getAsked() {
    return release.isPresent()
        ? "release=" + release.get().number()
        : number > 0 ? "version=" + number : "newest=1";
  }

  static String mark(String hash) {
    return hash.substring(0, MARK);
  }

  /** The release that is shown. */
  public Issued getShownRelease() {
    return release.orElseThrow();
  }
}
