package cloud.laurel.demo.management;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Gives an empty platform a few records to look at and to edit. */
@Singleton
@Startup
public class SampleRecords {

  @Inject private SchoolRecords records;

  @PostConstruct
  void fill() {
    if (!records.isEmpty()) {
      return;
    }
    records.create(Kind.GRADE, "三年级", "2023级");
    records.create(Kind.GRADE, "五年级", "2021级");
    records.create(Kind.CLASS, "五年级（1）班", "42人");
    records.create(Kind.DEPARTMENT, "教务处", "");
    records.create(Kind.TERM, "第一学期", "9月1日开学");
    records.create(Kind.STUDENT, "周小满", "五年级（1）班");
    records.create(Kind.PARENT, "周志平", "周小满的父亲");
    records.create(Kind.STAFF, "林诗语", "语文教师");
    records.create(Kind.TEACHING_ASSIGNMENT, "林诗语", "五年级（1）班语文");
    records.create(Kind.TEXTBOOK, "语文五年级上册", "");
    records.create(Kind.COURSE, "语文", "每周六节");
  }
}
