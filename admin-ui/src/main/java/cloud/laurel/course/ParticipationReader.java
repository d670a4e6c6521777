package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.standing.SchoolOverview;
import cloud.laurel.standing.StandingService;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the schools' participation by month; for the page and its export. */
@RequestScoped
public class ParticipationReader {

  @Inject private StandingService standings;
  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private Texts text;

  /** All schools, or those of a central school. */
  SchoolOverview schools(Campaign campaign, String central) {
    SchoolOverview all = standings.board(campaign);
    if (central.isEmpty()) {
      return all;
    }
    Set<String> own =
        roster.schools().stream()
            .filter(s -> s.centralSchool().filter(central::equals).isPresent())
            .map(School::code)
            .collect(Collectors.toSet());
    return new SchoolOverview(
        all.asOf(),
        all.pending(),
        all.schools().stream().filter(s -> own.contains(s.row().code())).toList());
  }

  /** The months that have begun, the oldest first. */
  List<YearMonth> months(Campaign campaign) {
    return campaign.monthsBegun(campaigns.today(campaign));
  }

  /** The rows that are wanted, on all pages. */
  List<HeatRow> rows(Campaign campaign, SchoolOverview schools, ParticipationQuery query) {
    List<YearMonth> months = months(campaign);
    return query.select(
        HeatRow.ofSchools(campaign, schools.schools(), months, text),
        months.stream().map(YearMonth::toString).toList());
  }
}
