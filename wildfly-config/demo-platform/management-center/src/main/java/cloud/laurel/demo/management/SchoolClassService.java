package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Manages the school's classes, each call one transaction of an interceptor. */
@ApplicationScoped
@Transactional
public class SchoolClassService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.CLASS;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.CLASS, name, note);
  }

  @Override
  public ImportReceipt importAll(List<String> lines) {
    return records.importAll(Kind.CLASS, lines);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
