package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import java.util.List;

/**
 * A page of a school's administrators or teachers, as pages show it.
 *
 * @param query what was asked for
 * @param page which page this is
 * @param among people of the role in all schools together
 */
public record PeopleTable(
    PeopleQuery query, PageNumber page, List<PeoplePage.Row> rows, String among, String asOf) {

  private static final int SIZE = 20;

  static PeopleTable of(
      StandingService standings, Campaign campaign, PeopleQuery query, Texts text) {
    PageNumber wanted = query.page();
    PeoplePage found = read(standings, campaign, query, wanted);
    if (found.rows().isEmpty() && wanted.hasPrevious()) {
      wanted = PageNumber.FIRST;
      found = read(standings, campaign, query, wanted);
    }
    return new PeopleTable(
        query,
        wanted.within(found.total(), SIZE),
        found.rows(),
        text.number(found.among()),
        text.seconds(found.asOf(), campaign.zone()));
  }

  private static PeoplePage read(
      StandingService standings, Campaign campaign, PeopleQuery query, PageNumber page) {
    return standings.people(
        campaign, query.school(), query.role(), query.order(), page.offset(SIZE), SIZE);
  }

  /** Whether it shows the teachers. */
  public boolean isTeachers() {
    return query.role() == Role.TEACHER;
  }

  /** The query string of the teachers. */
  public String getToTeachers() {
    return query.of(Role.TEACHER);
  }

  /** The query string of the administrators. */
  public String getToAdministrators() {
    return query.of(Role.ADMINISTRATOR);
  }
}
