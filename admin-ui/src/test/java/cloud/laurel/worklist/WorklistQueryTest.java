package cloud.laurel.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.web.PageNumber;
import cloud.laurel.worklist.SchoolWork.CentralSchool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which schools an address means, and in which order. */
class WorklistQueryTest {

  private static final Worklist LIST =
      new Worklist(
          Instant.EPOCH,
          List.of(Item.PLAN, Item.TRAINING),
          List.of(
              school("s1", "甲校", "c1", Status.DONE, Status.DUE),
              school("s2", "乙校", "c1", Status.LATE, Status.DONE),
              school("s3", "丙校", "c2", Status.LATE, Status.LATE)));

  private static SchoolWork school(
      String code, String name, String central, Status plan, Status training) {
    return new SchoolWork(
        code,
        name,
        Optional.of(new CentralSchool(central, central)),
        List.of(entry(Item.PLAN, plan), entry(Item.TRAINING, training)),
        Map.of());
  }

  private static Entry entry(Item item, Status status) {
    return new Entry(item, status, Saying.PLAN_NONE, List.of(), Optional.empty(), Optional.empty());
  }

  private static WorklistQuery query(
      Optional<Item> item, Optional<Status> status, String central, String name, String sort) {
    return new WorklistQuery("", item, status, central, name, sort, PageNumber.FIRST);
  }

  private static List<String> codes(WorklistQuery query) {
    return query.select(LIST).stream().map(SchoolWork::code).toList();
  }

  @Test
  void mostOverdueComeFirst() {
    assertThat(codes(WorklistQuery.ALL)).containsExactly("s3", "s2", "s1");
  }

  @Test
  void itemAndStatusGoTogether() {
    assertThat(codes(query(Optional.of(Item.TRAINING), Optional.of(Status.LATE), "", "", "late")))
        .containsExactly("s3");
    assertThat(codes(query(Optional.empty(), Optional.of(Status.DONE), "", "", "late")))
        .containsExactly("s2", "s1");
    assertThat(codes(query(Optional.of(Item.PLAN), Optional.empty(), "", "", "late"))).hasSize(3);
  }

  @Test
  void centralSchoolAndPartOfTheNameNarrowDown() {
    assertThat(codes(query(Optional.empty(), Optional.empty(), "c1", "", "late")))
        .containsExactly("s2", "s1");
    assertThat(codes(query(Optional.empty(), Optional.empty(), "", "S1", "late")))
        .containsExactly("s1");
    assertThat(codes(query(Optional.empty(), Optional.empty(), "", "丙", "late")))
        .containsExactly("s3");
  }

  @Test
  void columnPutsItsOwnWorstFirst() {
    assertThat(codes(query(Optional.empty(), Optional.empty(), "", "", "TRAINING")))
        .containsExactly("s3", "s1", "s2");
  }

  @Test
  void addressKeepsTheFilter() {
    WorklistQuery query = query(Optional.empty(), Optional.empty(), "c 1", "甲&乙", "late");
    assertThat(query.with(Item.PLAN, Status.LATE))
        .isEqualTo(
            "?item=PLAN&status=LATE&central=c+1&name=%E7%94%B2%26%E4%B9%99&sort=late&page=1");
    assertThat(query.onPage(3)).endsWith("&page=3");
  }
}
