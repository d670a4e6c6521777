package cloud.laurel.demo.management;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Manages the school's departments, each call one transaction of the EJB container. */
@Stateless
public class DepartmentService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.DEPARTMENT;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.DEPARTMENT, name, note);
  }

  @Override
  public ImportReceipt importAll(List<String> lines) {
    return records.importAll(Kind.DEPARTMENT, lines);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
