package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.input.Upload;
import cloud.laurel.roster.Person;
import cloud.laurel.standing.LedgerPage;
import cloud.laurel.standing.LedgerRow;
import cloud.laurel.standing.StandingService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code /my/appeal-new}: contests a line of a ledger, or claims one that is missing; for oneself
 * or, by a school's administrator, for somebody of the school.
 */
@Named("appealNew")
@RequestScoped
public class AppealNewView {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private AppealService appeals;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<Person> filer = Optional.empty();
  private Optional<Person> person = Optional.empty();
  private Optional<LedgerPage.Row> entry = Optional.empty();
  private List<LedgerRow> sameDay = List.of();
  private FormProblem problem = FormProblem.NONE;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(campaign -> caller.person().ifPresent(p -> load(campaign, p)));
  }

  private void load(Campaign campaign, Person self) {
    filer = Optional.of(self);
    String account = getAccount().isEmpty() ? self.account() : getAccount();
    person = appeals.contested(campaign, self.account(), account);
    if (person.isEmpty()) {
      return;
    }
    if (!getAction().isEmpty()) {
      entry =
          standings.entry(campaign, account, getAction()).stream()
              .filter(row -> row.indicator().orElse("").equals(getIndicator()))
              .findFirst();
    } else {
      sameDay =
          day().map(d -> standings.day(campaign, account, d).rows()).orElse(List.of()).stream()
              .map(row -> LedgerRow.of(campaign, row, campaigns.today(campaign), text))
              .toList();
    }
  }

  /** Files it and leads to it, or says why not. */
  public void file() {
    try {
      Campaign campaign = frame.campaign().orElseThrow();
      long id = appeals.file(campaign, filer.orElseThrow().account(), filing());
      FormInput.leadTo(frame.link("/my/appeals?filed=true&id=" + id));
    } catch (AppealRefused e) {
      problem = FormProblem.of(e, text);
    }
  }

  private Filing filing() {
    String account = person.orElseThrow().account();
    List<Upload> files = FormInput.files(request);
    if (isMissing()) {
      return new Filing(
          account,
          Appeal.Kind.MISSING,
          Optional.empty(),
          Optional.of(getIndicator()),
          day(),
          getWords(),
          files);
    }
    return Filing.of(account, kind(), getAction(), getIndicator(), getWords(), files);
  }

  private Appeal.Kind kind() {
    return entry.filter(LedgerPage.Row::counted).isPresent()
        ? Appeal.Kind.WRONG
        : Appeal.Kind.REFUSED;
  }

  private Optional<LocalDate> day() {
    try {
      return getDay().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(getDay()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the caller may contest for the person that the address names. */
  public boolean isAllowed() {
    return person.isPresent() && (isMissing() || entry.isPresent());
  }

  /** Whether an entry is claimed that is not there. */
  public boolean isMissing() {
    return getAction().isEmpty();
  }

  /** Whether it is filed for somebody else. */
  public boolean isOnBehalf() {
    return person.isPresent()
        && filer.filter(f -> f.account().equals(person.get().account())).isEmpty();
  }

  /** Display name of whose entry it is. */
  public String getName() {
    return person.map(Person::name).orElse("");
  }

  /** Account that the address names, empty for the caller's own. */
  public String getAccount() {
    return FormInput.text(request, "account");
  }

  /** The contested action. */
  public String getAction() {
    return FormInput.text(request, "action");
  }

  /** The contested or claimed indicator. */
  public String getIndicator() {
    return FormInput.text(request, "indicator");
  }

  /** The claimed day as the browser writes it. */
  public String getDay() {
    return FormInput.text(request, "day");
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** The contested line, at most one. */
  public List<LedgerRow> getEntry() {
    return frame
        .campaign()
        .map(
            c -> entry.stream().map(row -> LedgerRow.of(c, row, campaigns.today(c), text)).toList())
        .orElse(List.of());
  }

  /** What there is on the claimed day, to look before claiming. */
  public List<LedgerRow> getSameDay() {
    return sameDay;
  }

  /** Where a line of the claimed day is contested instead. */
  public String contest(LedgerRow row) {
    return frame.link(
        "/my/appeal-new"
            + AppealLinks.query(row)
            + (isOnBehalf() ? "&account=" + AppealLinks.encoded(getAccount()) : ""));
  }

  /** The indicators for the roles that the person has or had. */
  public List<Indicator> getIndicators() {
    return frame.campaign().stream()
        .flatMap(c -> c.indicators().stream())
        .filter(
            i ->
                person.stream()
                    .flatMap(p -> p.memberships().stream())
                    .anyMatch(m -> m.role() == i.role()))
        .toList();
  }

  /** The first day that can be claimed. */
  public String getFirstDay() {
    return frame.campaign().map(c -> appeals.firstDay(c).toString()).orElse("");
  }

  /** The last day that can be claimed. */
  public String getLastDay() {
    return frame
        .campaign()
        .map(
            c -> {
              LocalDate today = campaigns.today(c);
              return (today.isAfter(c.to()) ? c.to() : today).toString();
            })
        .orElse("");
  }

  /** Why it was not taken. */
  public FormProblem getProblem() {
    return problem;
  }
}
