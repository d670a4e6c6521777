package cloud.laurel.demo.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Manages the school's teaching assignments, each call one transaction of an interceptor. */
@ApplicationScoped
@Transactional
public class TeachingAssignmentService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.TEACHING_ASSIGNMENT;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.TEACHING_ASSIGNMENT, name, note);
  }

  @Override
  public ImportReceipt importAll(List<String> lines) {
    return records.importAll(Kind.TEACHING_ASSIGNMENT, lines);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
