package cloud.laurel.demo.management;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Manages the school's textbooks, each call one transaction of the EJB container. */
@Stateless
public class TextbookService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.TEXTBOOK;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.TEXTBOOK, name, note);
  }
}
