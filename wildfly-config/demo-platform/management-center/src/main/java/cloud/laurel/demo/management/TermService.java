package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Manages the school's terms, each call one transaction of an interceptor. */
@ApplicationScoped
@Transactional
public class TermService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.TERM;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.TERM, name, note);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
