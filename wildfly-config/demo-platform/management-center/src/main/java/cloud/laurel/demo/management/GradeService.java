package cloud.laurel.demo.management;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Manages the school's grades, each call one transaction of the EJB container. */
@Stateless
public class GradeService implements SchoolFunction {

  @Inject private SchoolRecords records;

  @Override
  public Kind kind() {
    return Kind.GRADE;
  }

  @Override
  public SchoolRecord create(String name, String note) {
    return records.create(Kind.GRADE, name, note);
  }

  @Override
  public ImportReceipt importAll(List<String> lines) {
    return records.importAll(Kind.GRADE, lines);
  }

  @Override
  public SchoolRecord edit(long id, String name, String note) {
    return records.edit(id, name, note);
  }
}
