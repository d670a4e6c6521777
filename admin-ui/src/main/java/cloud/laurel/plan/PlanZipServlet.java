package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Documents;
import cloud.laurel.document.Documents.Format;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Plans as one zip of DOCX files, written one by one: for a central school those of its township,
 * for the bureau those that its page shows. Plans never submitted are not in the bureau's.
 */
@WebServlet({"/school/plans.zip", "/bureau/plans.zip"})
public class PlanZipServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient SchoolDesk desk;
  @Inject private transient RosterService roster;
  @Inject private transient PlanService plans;
  @Inject private transient TrainingService trainings;
  @Inject private transient CentralService centrals;
  @Inject private transient Documents documents;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = frame.campaign();
    boolean bureau = request.getServletPath().startsWith("/bureau/");
    List<School> schools =
        campaign.map(c -> bureau ? shown(c, request) : desk.township(c)).orElse(List.of());
    if (schools.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", TableExport.attachment(text.of("planPaper.zip") + ".zip"));
    try (ZipOutputStream zip =
        new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
      write(zip, campaign.orElseThrow(), schools, bureau);
    }
  }

  private List<School> shown(Campaign campaign, HttpServletRequest request) {
    List<School> schools = roster.schools();
    Set<String> codes =
        PlansQuery.of(request, frame.getChosen())
            .select(PlanRow.all(campaign, schools, centrals.names(), plans, trainings, text))
            .stream()
            .map(PlanRow::code)
            .collect(Collectors.toSet());
    return schools.stream().filter(school -> codes.contains(school.code())).toList();
  }

  private void write(ZipOutputStream zip, Campaign campaign, List<School> schools, boolean bureau)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (School school : schools) {
      Optional<Plan> plan =
          plans
              .find(campaign, school.code())
              .filter(found -> !bureau || found.submittedAt().isPresent());
      if (plan.isPresent()) {
        zip.putNextEntry(new ZipEntry(fileName(school, names)));
        documents.write(
            PlanPaper.of(campaign, school.name(), plan.get()), Format.DOCX, new Unclosed(zip));
        zip.closeEntry();
      }
    }
  }

  /** A name that every system can store; two schools of one name are told apart by their codes. */
  private static String fileName(School school, Set<String> taken) {
    String plain = FileAnswer.safe(school.name());
    String name = taken.add(plain) ? plain : plain + "-" + FileAnswer.safe(school.code());
    taken.add(name);
    return name + ".docx";
  }

  /** The zip goes on after a document that closes what it has been written to. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
