package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;

/** {@code /bureau}: the campaign's state at a glance. */
@Named("bureau")
@RequestScoped
public class BureauView {

  private static final int TOP = 10;

  @Inject private FrameView frame;
  @Inject private StandingService standings;
  @Inject private Texts text;

  private List<SchoolStandings.Row> rows = List.of();
  private String asOf = "";
  private long pending;

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    SchoolStandings all = standings.board(campaign).standings();
    rows = all.rows();
    asOf = text.seconds(all.asOf(), campaign.zone());
    pending = all.pending();
  }

  /** How many schools take part. */
  public int getSchools() {
    return rows.size();
  }

  /** How many of them pass the opening gate. */
  public long getPassing() {
    return rows.stream().filter(SchoolStandings.Row::passesOpeningGate).count();
  }

  /** Opening rate of all teachers, exact until shown. */
  public Rate getTeacherOpening() {
    return sum(SchoolStandings.Row::teacherOpening);
  }

  /** Opening rate of all pupils, exact until shown. */
  public Rate getStudentOpening() {
    return sum(SchoolStandings.Row::studentOpening);
  }

  /** The first ten by rank. */
  public List<SchoolStandings.Row> getTop() {
    return rows.stream().limit(TOP).toList();
  }

  /** When the numbers were computed. */
  public String getAsOf() {
    return asOf;
  }

  /** Actions not yet scored. */
  public long getPending() {
    return pending;
  }

  private Rate sum(Function<SchoolStandings.Row, Rate> rate) {
    return new Rate(
        rows.stream().map(rate).mapToLong(Rate::part).sum(),
        rows.stream().map(rate).mapToLong(Rate::whole).sum());
  }
}
