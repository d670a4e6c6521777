package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Manages the school's parents, each call one transaction of an interceptor. */
@ApplicationScoped
@Transactional
public class ParentService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.PARENT;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.PARENT, name, note);
  }

  @Override
  public ImportReceipt importAll(List<String> lines) {
    return records.importAll(Kind.PARENT, lines);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
