package cloud.laurel.press;

import cloud.laurel.document.Documents;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Keeps the one printer that everybody has injected, with the fonts of all documents. */
@ApplicationScoped
class PressHost {

  @Inject private Documents documents;

  private SheetPrinter printer;

  @PostConstruct
  void open() {
    printer = new SheetPrinter(documents.fonts());
  }

  @Produces
  @Dependent
  SheetPrinter printer() {
    return printer;
  }

  @Produces
  @Dependent
  NameFonts names() {
    return new NameFonts(documents.fonts());
  }
}
