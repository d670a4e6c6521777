package cloud.laurel.certificate;

import cloud.laurel.template.Seal;
import cloud.laurel.template.SealService;
import cloud.laurel.template.Template;
import cloud.laurel.template.TemplateService;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * What officers can have certificates look like: templates that are not retired, and the seal that
 * two officers released.
 */
@Named("certificateDesigns")
@RequestScoped
public class DesignChoice {

  @Inject private TemplateService templates;
  @Inject private SealService seals;
  @Inject private Texts text;

  private List<Template> offered = List.of();
  private Optional<Seal> seal = Optional.empty();

  @PostConstruct
  void load() {
    offered = templates.all().stream().filter(t -> t.retired().isEmpty()).toList();
    seal = seals.current();
  }

  /** Whether certificates can be made like this now. */
  boolean offers(Design design) {
    return offered.stream().anyMatch(t -> t.id() == design.template())
        && (design.seal().isEmpty() || design.seal().getAsLong() == getSeal());
  }

  /** The templates. */
  public List<Template> getTemplates() {
    return offered;
  }

  /** A template's name and version in words. */
  public String name(Template template) {
    return text.of(
        "certificates.template.version",
        template.isShipped()
            ? text.of("certificateTemplates.name." + template.name())
            : template.name(),
        template.version());
  }

  /** The same by its key; empty when there is no such template. */
  public String named(long id) {
    return offered.stream().filter(t -> t.id() == id).findFirst().map(this::name).orElse("");
  }

  /** Key of the seal in use; 0 without one. */
  public long getSeal() {
    return seal.map(Seal::id).orElse(0L);
  }
}
