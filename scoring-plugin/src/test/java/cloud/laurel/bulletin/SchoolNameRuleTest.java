package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of schools in running text, with the slips of the published bulletin. */
class SchoolNameRuleTest {

  private final SchoolNameRule rule =
      new SchoolNameRule(
          Map.of(
              "市实验小学", "市实验小学",
              "实验小学", "市实验小学",
              "市文华小学", "市文华小学",
              "调关镇小学", "调关镇小学",
              "新厂镇六腰埕小学", "新厂镇六腰埕小学",
              "高基庙镇英华达希望小学", "高基庙镇英华达希望小学",
              "调关镇初级中学", "调关镇初级中学"));

  @Test
  void officialNamesAreFine() {
    assertThat(rule.check(0, "市实验小学、市文华小学和调关镇小学，全市中小学，新厂镇中小学，各镇中心小学，各初级中学。")).isEmpty();
  }

  @Test
  void otherNamesAreReportedWithTheOfficialOne() {
    assertThat(rule.check(2, "其中实验小学与市实验小学、实验小学"))
        .containsExactly(Finding.in(2, Kind.SCHOOL_VARIANT, "实验小学", "市实验小学"));
  }

  @Test
  void oneCharacterOffIsSuspicious() {
    assertThat(rule.check(0, "以及新厂镇六腰埝小学。"))
        .containsExactly(Finding.in(0, Kind.SCHOOL_SUSPICIOUS, "新厂镇六腰埝小学", "新厂镇六腰埕小学"));
    assertThat(rule.check(0, "高基庙英华达希望小学"))
        .containsExactly(Finding.in(0, Kind.SCHOOL_SUSPICIOUS, "高基庙英华达希望小学", "高基庙镇英华达希望小学"));
    assertThat(rule.check(0, "文华小学的做法"))
        .containsExactly(Finding.in(0, Kind.SCHOOL_SUSPICIOUS, "文华小学", "市文华小学"));
    assertThat(rule.check(0, "调关镇第初级中学"))
        .containsExactly(Finding.in(0, Kind.SCHOOL_SUSPICIOUS, "调关镇第初级中学", "调关镇初级中学"));
  }

  @Test
  void whatLooksLikeASchoolAndIsNoneIsReported() {
    assertThat(rule.check(0, "东升镇毕家塘小学"))
        .containsExactly(Finding.in(0, Kind.SCHOOL_UNKNOWN, "东升镇毕家塘小学"));
  }
}
