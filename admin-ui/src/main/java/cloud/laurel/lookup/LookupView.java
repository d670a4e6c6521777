package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The form that looks certificates up, on {@code /} and {@code /verify}, and what it found. */
@Named("lookup")
@RequestScoped
public class LookupView {

  @Inject private LookupGate gate;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<HumanTask> task = Optional.empty();
  private List<CertificateSheet> found = List.of();
  private String number = "";
  private boolean missed;
  private boolean incomplete;
  private boolean unproved;
  private boolean asked;

  /** Nothing was found; a number from the address is kept in the form. */
  void miss(String typed) {
    number = typed;
    missed = true;
  }

  /** Nothing was looked up, for want of a name or of what belongs to it. */
  void incomplete() {
    incomplete = true;
  }

  /** Nothing was looked up, for want of a proof. */
  void unproved() {
    unproved = true;
  }

  /** Several were found. */
  void found(List<Certificate> certificates) {
    found = certificates.stream().map(CertificateSheet::new).toList();
  }

  /** Whether nothing was found. */
  public boolean isMissed() {
    return missed;
  }

  /** Whether a name is missing that what was typed cannot do without. */
  public boolean isNameMissing() {
    return incomplete && getName().isBlank();
  }

  /** Whether neither school nor number was typed. */
  public boolean isQMissing() {
    return incomplete && getQ().isBlank();
  }

  /** Whether the task was not solved, or there was none yet. */
  public boolean isUnproved() {
    return unproved;
  }

  /** Whether an answer came and was wrong or late. */
  public boolean isWrong() {
    return unproved && !FormInput.text(request, "task").isEmpty();
  }

  /** Those that were found. */
  public List<CertificateSheet> getFound() {
    return found;
  }

  /** Whether a task belongs to the form. */
  public boolean isProof() {
    if (!asked) {
      asked = true;
      task = Optional.of(request).filter(gate::needsProof).map(r -> gate.task());
    }
    return task.isPresent();
  }

  /** What comes back with its answer. */
  public String getToken() {
    return task.map(HumanTask::token).orElse("");
  }

  /** The task in words. */
  public String getQuestion() {
    return task.map(
            t ->
                text.of(
                    t.plus() ? "lookup.task.plus" : "lookup.task.minus",
                    text.of("lookup.number." + t.left()),
                    text.of("lookup.number." + t.right())))
        .orElse("");
  }

  /** Bits of the work that a browser may do instead. */
  public int getWorkBits() {
    return HumanProof.WORK_BITS;
  }

  /** The name as it was typed. */
  public String getName() {
    return FormInput.text(request, "name");
  }

  /** The school or number as it was typed. */
  public String getQ() {
    return number.isEmpty() ? FormInput.text(request, "q") : number;
  }
}
