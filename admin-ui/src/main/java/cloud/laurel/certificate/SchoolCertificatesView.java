package cloud.laurel.certificate;

import static cloud.laurel.certificate.TermsForm.encoded;

import cloud.laurel.roster.School;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /school/certificates}: what an administrator's own school and its people were issued. */
@Named("schoolCertificates")
@RequestScoped
public class SchoolCertificatesView {

  private static final int SIZE = 20;

  @Inject private OwnCertificates own;
  @Inject private RegisterService register;
  @Inject private FrameView frame;
  @Inject private HttpServletRequest request;

  private Optional<School> school = Optional.empty();
  private RegisterPage found = new RegisterPage(List.of(), 0);
  private PageNumber page = PageNumber.FIRST;
  private int files;

  @PostConstruct
  void load() {
    school = own.school();
    school.ifPresent(one -> load(one.code()));
  }

  private void load(String code) {
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    found = register.ofSchool(code, own.asked(), getWords(), wanted.offset(SIZE), SIZE);
    page = wanted.within(found.total(), SIZE);
    if (page.number() < wanted.number()) {
      found = register.ofSchool(code, own.asked(), getWords(), page.offset(SIZE), SIZE);
    }
    files = own.files(code).map(register::count).orElse(0);
  }

  /** Whether the caller administers a school today. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** The school. */
  public School getSchool() {
    return school.orElseThrow();
  }

  /** The schools that the caller administers; a choice is shown when there are several. */
  public List<School> getOwn() {
    return own.schools();
  }

  /** Part of a name or number that is looked for; empty for all. */
  public String getWords() {
    return FormInput.text(request, "words").strip();
  }

  /** The certificates of this page. */
  public List<Certificate> getRows() {
    return found.rows();
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** How many files there are to download. */
  public int getFiles() {
    return files;
  }

  /** The query string of the school. */
  public String getQuery() {
    String chosen = frame.getChosen();
    return "?code="
        + encoded(getSchool().code())
        + (chosen.isEmpty() ? "" : "&campaign=" + encoded(chosen));
  }

  /** The query string of another page. */
  public String onPage(int number) {
    return getQuery() + "&words=" + encoded(getWords()) + "&page=" + number;
  }
}
