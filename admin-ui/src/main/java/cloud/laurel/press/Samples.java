package cloud.laurel.press;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Printed;
import cloud.laurel.template.Template;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Certificates of nobody, to look at templates with. All are marked as made for show. */
final class Samples {

  static final String SHORT = "王一";
  static final String LONG = "阿卜杜热依木·买买提·艾合买提江";

  /** As long as the rules on names ask for. */
  private static final String LONGEST = "阿卜杜热依木阿卜杜热依木阿卜·买买提江买买提江买买提";

  private static final String LONGEST_SCHOOL = "示例市示范新区第一实验中等职业技术学校附属实验小学（东校区）";

  private Samples() {}

  /** A sample for a name of one's own. */
  static Sheet of(Template template, Of of, String name, Mode mode) {
    boolean person = of == Of.TEACHER || of == Of.ADMINISTRATOR;
    return sheet(
        template,
        new Printed(
            of,
            name,
            person ? "示例市第一小学" : "",
            "示例市2020—2021学年度网络学习空间深度应用活动",
            "成绩突出",
            person ? of == Of.TEACHER ? "优秀教师" : "优秀管理员" : "优秀学校",
            "例教〔2021〕12号",
            "示例市教育局",
            LocalDate.of(2021, 7, 12),
            true),
        mode);
  }

  /** What a template has to be able to print. */
  static List<Sheet> hardest(Template template) {
    return List.of(
        of(template, Of.TEACHER, SHORT, Mode.WHOLE),
        of(template, Of.ADMINISTRATOR, LONG, Mode.WHOLE),
        sheet(template, full(Of.TEACHER, LONGEST, LONGEST_SCHOOL), Mode.WHOLE),
        sheet(template, full(Of.SCHOOL, LONGEST_SCHOOL, ""), Mode.WHOLE),
        sheet(template, bare(), Mode.overprint(0, 0)));
  }

  private static Printed full(Of of, String name, String school) {
    return new Printed(
        of,
        name,
        school,
        "示例市2020—2021学年度网络学习空间深度应用活动暨信息技术与教育教学融合创新展示",
        "积极推进网络学习空间建设与应用，成绩突出",
        "网络学习空间应用优秀管理员",
        "例教基〔2021〕112号",
        "示例市示范新区教育体育和科学技术局",
        LocalDate.of(2022, 12, 31),
        true);
  }

  private static Printed bare() {
    return new Printed(
        Of.TEACHER, SHORT, "", "读书活动", "", "优秀教师", "", "示例市教育局", LocalDate.of(2021, 7, 1), false);
  }

  private static Sheet sheet(Template template, Printed printed, Mode mode) {
    return new Sheet(
        "YB-2021-T-0001",
        "ABCD-EFGH-JKMN-PQ",
        "https://laurel.example.gov.cn/laurel/verify/ABCDEFGHJKMNPQ",
        printed,
        template,
        Optional.empty(),
        mode);
  }
}
