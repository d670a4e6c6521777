package cloud.laurel.selection;

import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An honour's candidates as a table, with the filter of the page. */
@WebServlet("/bureau/selection/export")
public class SelectionExport extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient SelectionService selections;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SelectionQuery query = SelectionQuery.of(request, frame.getChosen());
    Optional<HonourSelection> selection =
        frame
            .campaign()
            .flatMap(campaign -> selections.board(campaign, query.honour(), query.whatIf()));
    TableExport.send(
        request,
        response,
        selection.map(s -> s.honour().name()).orElse(text.of("selection.title")),
        Stream.of(
                "standings.rank",
                "standings.code",
                "selection.name",
                "standings.name",
                "standings.score",
                "people.points",
                "selection.computed",
                "selection.decided",
                "selection.reviews",
                "selection.reason")
            .map(text::of)
            .toList(),
        selection.stream()
            .flatMap(s -> query.select(s).stream())
            .map(row -> SelectionLine.of(row, text))
            .map(this::cells));
  }

  private List<?> cells(SelectionLine line) {
    return List.of(
        line.rank(),
        line.code(),
        line.name(),
        line.school(),
        new BigDecimal(line.score()),
        line.points(),
        text.of("selection.outcome." + line.outcome()),
        text.of(line.open() ? "selection.open" : line.decided() ? "selection.in" : "selection.out"),
        line.marks(),
        line.reason());
  }
}
