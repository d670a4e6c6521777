package cloud.laurel.bulletin;

import cloud.laurel.bulletin.BulletinDesk.Changed;
import cloud.laurel.bulletin.BulletinDesk.Done;
import cloud.laurel.bulletin.BulletinDesk.Issued;
import cloud.laurel.bulletin.BulletinDesk.Named;
import cloud.laurel.bulletin.BulletinDesk.Saved;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Words of the page of the bulletin, in the reader's language. */
final class DeskWords {

  private final Campaign campaign;
  private final Texts text;

  DeskWords(Campaign campaign, Texts text) {
    this.campaign = campaign;
    this.text = text;
  }

  /** Where the figures come from. */
  String basis(Basis basis) {
    return basis
        .snapshot()
        .map(
            s ->
                text.of(
                    "bulletin.basis.snapshot",
                    text.seconds(s.takenAt(), campaign.zone()),
                    BulletinDesk.mark(s.hash())))
        .orElseGet(
            () -> text.of("bulletin.basis.now", text.seconds(basis.asOf(), campaign.zone())));
  }

  List<Named> figures(Basis basis) {
    return basis.figures().entrySet().stream()
        .map(f -> new Named(f.getKey(), text.ofCode("bulletin.figure.", f.getKey()), f.getValue()))
        .toList();
  }

  List<Changed> differences(Optional<Content> before, Content after) {
    return before.stream()
        .flatMap(b -> DifferenceRule.between(b, after).stream())
        .map(
            line ->
                new Changed(
                    text.of(
                        line.part().map(p -> "bulletin.kind." + p.kind()).orElse("bulletin.head")),
                    line.added(),
                    line.part().map(this::said).orElse(line.text())))
        .toList();
  }

  /** A board or a list has few words of its own: its settings say what changed. */
  private String said(Part part) {
    return part.kind() == Part.Kind.HONOURS
        ? text.filled(
            part.unordered() ? "bulletin.list.unordered" : "bulletin.list",
            List.of(part.head().isEmpty() ? part.code() : part.head(), part.number()))
        : part.words();
  }

  Saved saved(Version.Saved version, boolean shown) {
    return new Saved(
        version.number(), time(version.savedAt()), version.savedBy(), version.note(), shown);
  }

  Issued issued(Release release) {
    return new Issued(
        release.number(),
        release.version(),
        release.content().number(),
        release.content().date().map(Object::toString).orElse(""),
        time(release.releasedAt()),
        release.submittedBy(),
        release.releasedBy(),
        BulletinDesk.mark(release.hash()));
  }

  Done done(Step step) {
    return new Done(step.kind().name(), step.version(), time(step.at()), step.by(), step.words());
  }

  private String time(Instant at) {
    return text.time(at, campaign.zone());
  }
}
