package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;
import java.util.List;

/** A school's score unfolded, as the HTTP contract spells it. */
public record SchoolUnfolded(
    String code,
    String name,
    int rank,
    String score,
    People administrators,
    People teachers,
    Students students,
    Openings opening,
    boolean passesOpeningGate,
    String asOf,
    long pending) {

  /** Points of a group over its number. */
  public record People(long count, long points, String mean) {
    static People of(SchoolDetail.Mean mean) {
      return new People(mean.count(), mean.points(), mean.mean().text());
    }
  }

  /** The pupils' part. */
  public record Students(String mean, List<Month> months) {}

  /** One month; {@code state} is OPEN or CLOSED. */
  public record Month(
      String month, long eligible, List<Alternative> alternatives, int points, String state) {
    static Month of(SchoolDetail.Month month) {
      return new Month(
          month.month().toString(),
          month.eligible(),
          month.alternatives().stream().map(Alternative::of).toList(),
          month.points(),
          month.open() ? "OPEN" : "CLOSED");
    }
  }

  /** One way to take part. */
  public record Alternative(String name, long participants, String rate) {
    static Alternative of(SchoolDetail.Alternative alternative) {
      return new Alternative(
          alternative.name(), alternative.participants(), alternative.rate().percent());
    }
  }

  /** Spaces of teachers and pupils. */
  public record Openings(Opening teachers, Opening students) {}

  /** Spaces of a group. */
  public record Opening(long eligible, long registered, long activated, String rate) {
    static Opening of(SchoolDetail.Opening opening) {
      return new Opening(
          opening.eligible(), opening.registered(), opening.activated(), opening.rate().percent());
    }
  }

  static SchoolUnfolded of(Campaign campaign, SchoolDetail detail) {
    return new SchoolUnfolded(
        detail.code(),
        detail.name(),
        detail.rank(),
        detail.score().text(),
        People.of(detail.administrators()),
        People.of(detail.teachers()),
        new Students(detail.studentMean().text(), detail.months().stream().map(Month::of).toList()),
        new Openings(Opening.of(detail.teacherOpening()), Opening.of(detail.studentOpening())),
        detail.passesOpeningGate(),
        Campaigns.time(campaign, detail.asOf()),
        detail.pending());
  }
}
