package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Views;
import cloud.laurel.certificate.Way;
import cloud.laurel.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** {@code /my/certificates}: the caller's own certificates, and how often they were looked at. */
@Named("myCertificates")
@RequestScoped
public class MyCertificatesView {

  /** Of so many of the newest the views are shown: each costs a statement. */
  private static final int COUNTED = 6;

  @Inject private Caller caller;
  @Inject private LookupService lookup;

  private List<Row> rows = List.of();
  private boolean known;

  /**
   * A certificate and how often it was looked at.
   *
   * @param counted whether that was read at all
   */
  public record Row(CertificateSheet sheet, boolean counted, Views views) {

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
    List<Certificate> own =
        caller.person().map(person -> lookup.ofAccount(person.account())).orElse(List.of());
    rows = IntStream.range(0, own.size()).mapToObj(i -> row(own.get(i), i < COUNTED)).toList();
  }

  private Row row(Certificate one, boolean counted) {
    Views views = counted ? lookup.views(one) : new Views(List.of());
    return new Row(new CertificateSheet(one), counted, views);
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
