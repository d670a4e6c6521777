package cloud.laurel.worklist;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import cloud.laurel.worklist.SchoolWork.CentralSchool;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The worklist as CSV or XLSX, with the filter and order of the page; written row by row. */
@WebServlet("/bureau/worklist.csv")
public class WorklistExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient WorklistService service;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = Optional.ofNullable(request.getParameter("campaign")).orElse("");
    Worklist all =
        campaigns
            .find(asked)
            .or(campaigns::current)
            .map(campaign -> service.all(campaign))
            .orElse(Worklist.NONE);
    WorkWords words = new WorkWords(text);
    List<String> heads = new ArrayList<>();
    heads.add(text.of("standings.code"));
    heads.add(text.of("standings.name"));
    heads.add(text.of("worklist.central"));
    for (Item item : all.items()) {
      heads.add(words.item(item));
      heads.add(text.of("worklist.details", words.item(item)));
    }
    TableExport.send(
        request,
        response,
        text.of("worklist.title"),
        heads,
        WorklistQuery.of(request, asked).select(all).stream().map(s -> row(s, words)));
  }

  private List<String> row(SchoolWork school, WorkWords words) {
    List<String> row = new ArrayList<>();
    row.add(school.code());
    row.add(school.name());
    row.add(school.central().map(CentralSchool::name).orElse(""));
    for (Entry entry : school.entries()) {
      row.add(text.of("worklist.status." + entry.status()));
      row.add((words.say(entry) + " " + words.day(entry)).strip());
    }
    return row;
  }
}
