package cloud.laurel.bulletin;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the paper that an address asks for. */
@Dependent
class PaperReader {

  private static final Texts TEXT = Texts.in(Locale.SIMPLIFIED_CHINESE);

  @Inject private BulletinService bulletins;

  /**
   * A paper.
   *
   * @param name of its file, without ending
   */
  record Paper(OfficialDocument document, String name) {}

  /**
   * A release or a version; with neither number the newest release, else the newest draft.
   *
   * @return empty when there is none of that number
   */
  Optional<Paper> find(Campaign campaign, Optional<Integer> release, Optional<Integer> version) {
    if (version.isPresent()) {
      return bulletins.version(campaign, version.get()).map(PaperReader::draft);
    }
    List<Release> releases = bulletins.releases(campaign);
    if (release.isPresent()) {
      return releases.stream()
          .filter(r -> r.number() == release.get())
          .findFirst()
          .map(PaperReader::released);
    }
    return Optional.of(
        releases.stream()
            .findFirst()
            .map(PaperReader::released)
            .orElseGet(() -> draft(bulletins.newest(campaign, bulletins.basis(campaign)))));
  }

  private static Paper released(Release release) {
    return new Paper(
        BulletinPaper.of(release), TEXT.of("bulletinPaper.file", release.content().number()));
  }

  private static Paper draft(Version version) {
    return new Paper(
        BulletinPaper.draft(version.content(), version.basis()),
        TEXT.of("bulletinPaper.draftFile", version.number()));
  }
}
