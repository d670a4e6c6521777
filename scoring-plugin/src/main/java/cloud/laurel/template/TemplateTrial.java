package cloud.laurel.template;

import java.util.Optional;

/** Prints samples with a template before it is taken. */
@FunctionalInterface
public interface TemplateTrial {

  /** Why certificates cannot be printed with a template, the first reason found. */
  Optional<TemplateProblem> fault(Template template);
}
