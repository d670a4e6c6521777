package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.certificate.RegisterService.OfSchool;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** {@code /bureau/certificate-register}: every number that was ever taken. */
@Named("certificateRegister")
@RequestScoped
public class CertificateRegisterView {

  private static final int SIZE = 50;
  private static final int SCHOOLS = 20;

  @Inject private FrameView frame;
  @Inject private RegisterService register;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private RegisterQuery query = RegisterQuery.ALL;
  private List<Certificate> rows = List.of();
  private PageNumber page = PageNumber.FIRST;
  private List<Series> series = List.of();
  private List<OfSchool> bySchool = List.of();
  private PageNumber schools = PageNumber.FIRST;

  @PostConstruct
  void load() {
    query = RegisterQuery.of(request, frame.getCode());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    RegisterPage found = register.page(campaign, query.filter(), query.page().offset(SIZE), SIZE);
    page = query.page().within(found.total(), SIZE);
    if (page.number() < query.page().number()) {
      found = register.page(campaign, query.filter(), page.offset(SIZE), SIZE);
    }
    rows = found.rows();
    series = register.series(campaign);
    bySchool = register.bySchool(campaign);
    schools = query.schools().within(bySchool.size(), SCHOOLS);
  }

  /** What the address asks for. */
  public RegisterQuery getQuery() {
    return query;
  }

  /** The honours that can be filtered by. */
  public List<Honour> getHonours() {
    return frame.campaign().map(Campaign::honours).orElse(List.of());
  }

  /** The numbers of this page. */
  public List<Certificate> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The series that the numbers are of. */
  public List<Series> getSeries() {
    return series;
  }

  /** Numbers that nothing is known about: there must be none. */
  public int getUnexplained() {
    return series.stream().mapToInt(Series::unexplained).sum();
  }

  /** Valid certificates of all schools. */
  public int getValid() {
    return bySchool.stream().mapToInt(OfSchool::certificates).sum();
  }

  /** The schools of their page. */
  public List<OfSchool> getSchools() {
    return bySchool.stream().skip(schools.offset(SCHOOLS)).limit(SCHOOLS).toList();
  }

  /** Which page of the schools this is. */
  public PageNumber getSchoolsPage() {
    return schools;
  }

  /** Name of the school that is filtered by; its code when it has no valid certificate. */
  public String getSchoolName() {
    String code = query.filter().school();
    return bySchool.stream()
        .filter(one -> one.code().equals(code))
        .map(OfSchool::name)
        .findFirst()
        .orElse(code);
  }

  /** Since when a number is what it is. */
  public String since(Certificate one) {
    return text.time(
        one.change().map(Certificate.Change::at).or(one::issuedAt).orElse(one.takenAt()),
        frame.campaign().orElseThrow().zone());
  }
}
