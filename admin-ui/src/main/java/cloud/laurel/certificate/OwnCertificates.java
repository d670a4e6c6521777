package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.certificate.RegisterService.Files;
import cloud.laurel.roster.School;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What of the certificates belongs to the caller's schools, whatever an address says. It goes by
 * the school's code, as it was at issue.
 */
@RequestScoped
public class OwnCertificates {

  @Inject private FrameView frame;
  @Inject private OwnSchools schools;

  /** The schools that the caller administers, by name. */
  List<School> schools() {
    return frame.campaign().map(schools::all).orElse(List.of());
  }

  /** The school that is shown. */
  Optional<School> school() {
    return frame.campaign().flatMap(schools::chosen);
  }

  /** The campaign that the address asks for; empty for all of them. */
  Optional<Campaign> asked() {
    return frame.campaign().filter(c -> c.code().equals(frame.getChosen()));
  }

  /** The files of a school; empty when it is not the caller's. */
  Optional<Files> files(String school) {
    return schools().stream()
        .filter(own -> own.code().equals(school))
        .findFirst()
        .map(own -> new Files(asked(), Optional.of(own.code()), false));
  }

  /** Whether the caller may have a certificate's file. */
  boolean mayHave(Certificate certificate) {
    return certificate.isValid()
        && !certificate.isWithheld()
        && schools().stream().anyMatch(own -> own.code().equals(certificate.school()));
  }
}
