package cloud.laurel.worklist;

import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a school still has to do, for its own page; the page sees to whose school it is. */
@Named("ownWork")
@RequestScoped
public class OwnWorkView {

  @Inject private FrameView frame;
  @Inject private WorklistService service;
  @Inject private Texts text;

  private final Map<String, List<WorkCell>> cells = new HashMap<>();

  /** A school's items, the most urgent first. */
  public List<WorkCell> of(String school) {
    return cells.computeIfAbsent(school, this::load);
  }

  /** How many of them are not done. */
  public long open(String school) {
    return of(school).stream().filter(cell -> cell.status() != Status.DONE).count();
  }

  private List<WorkCell> load(String school) {
    return frame.campaign().stream()
        .flatMap(
            campaign ->
                service.board(campaign).schools().stream()
                    .filter(work -> work.code().equals(school))
                    .flatMap(
                        work ->
                            work.entries().stream()
                                .sorted(Comparator.comparing(Entry::status).reversed())
                                .map(
                                    entry ->
                                        WorkCell.of(
                                            campaign,
                                            work,
                                            entry,
                                            frame.link(WorkLinks.own(entry.item(), school)),
                                            text))))
        .toList();
  }
}
