package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.time.LocalDate;

/** A line of a list of appeals in plain words. */
public record AppealRow(
    Appeal appeal, String name, String school, String indicator, String filedAt, boolean overdue) {

  static AppealRow of(Campaign campaign, AppealPage.Row row, LocalDate today, Texts text) {
    return new AppealRow(
        row.appeal(),
        row.name(),
        row.schoolName(),
        CaseSheet.indicator(campaign, row.appeal()),
        text.time(row.appeal().filedAt(), campaign.zone()),
        row.appeal().overdue(today));
  }
}
