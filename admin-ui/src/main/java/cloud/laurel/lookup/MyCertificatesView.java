package cloud.laurel.lookup;

import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Views;
import cloud.laurel.certificate.Way;
import cloud.laurel.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /my/certificates}: the caller's own certificates, and how often they were looked at. */
@Named("myCertificates")
@RequestScoped
public class MyCertificatesView {

  /** Nobody has more honours; each costs a statement. */
  private static final int MOST = 6;

  @Inject private Caller caller;
  @Inject private LookupService lookup;

  private List<Row> rows = List.of();
  private boolean known;

  /** A certificate and how often it was looked at. */
  public record Row(CertificateSheet sheet, Views views) {

    /** All months together by one way. */
    public long by(String way) {
      return views.by(Way.valueOf(way));
    }

    /** One month by one way. */
    public long of(Views.Month month, String way) {
      return month.ways().getOrDefault(Way.valueOf(way), 0L);
    }
  }

  @PostConstruct
  void load() {
    known = caller.person().isPresent();
    rows =
        caller.person().stream()
            .flatMap(person -> lookup.ofAccount(person.account()).stream())
            .limit(MOST)
            .map(one -> new Row(new CertificateSheet(one), lookup.views(one)))
            .toList();
  }

  /** Whether the caller is on the roster. */
  public boolean isKnown() {
    return known;
  }

  /** The certificates, the newest first. */
  public List<Row> getRows() {
    return rows;
  }

  /** The ways to come to a certificate, the last parts of texts' keys. */
  public Way[] getWays() {
    return Way.values();
  }
}
