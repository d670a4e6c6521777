package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Block;
import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Field;
import cloud.laurel.document.Block.Fields;
import cloud.laurel.document.Block.Form;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Table;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.plan.Plan.Contact;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Locale;

/**
 * A plan as a paper in the form of the notice (notice-2020, annex 1): the same heads in the same
 * order. The paper is Chinese, in whatever language its reader looks at pages.
 */
final class PlanPaper {

  private static final Texts TEXT = Texts.in(Locale.SIMPLIFIED_CHINESE);

  private PlanPaper() {}

  static OfficialDocument of(Campaign campaign, String school, Plan plan) {
    Plan.Content content = plan.content();
    String filled =
        plan.submittedAt().map(at -> campaign.dayOf(at).toString()).orElse("\u3000\u3000\u3000");
    return new OfficialDocument(
        campaign.title() + "\n" + TEXT.of("planPaper.title"),
        Locale.SIMPLIFIED_CHINESE,
        List.of(
            new Fields(
                List.of(
                    new Field(TEXT.of("planPaper.school"), school),
                    new Field(TEXT.of("planPaper.filled"), filled))),
            new Form(
                List.of(
                    List.of(head("planPaper.objectives"), new Paragraph(content.objectives())),
                    List.of(head("planPaper.features"), new Paragraph(content.features())),
                    List.of(
                        head("planPaper.organisation"),
                        contact("planPaper.leader", content.leader()),
                        contact("planPaper.office", content.office()),
                        contact("planPaper.administrator", content.administrator())),
                    List.of(head("planPaper.schedule"), schedule(content))))));
  }

  private static Heading head(String key) {
    return new Heading(1, TEXT.of(key));
  }

  private static Fields contact(String key, Contact contact) {
    return new Fields(
        List.of(
            new Field(TEXT.of(key), contact.name()),
            new Field(TEXT.of("planPaper.phone"), contact.phone())));
  }

  private static Block schedule(Plan.Content content) {
    return content.schedule().isEmpty()
        ? new Paragraph("")
        : new Table(
            List.of(
                Column.text(TEXT.of("plan.step.when"), 4),
                Column.text(TEXT.of("plan.step.item"), 7),
                Column.text(TEXT.of("plan.step.who"), 3)),
            content.schedule().stream()
                .map(step -> PlanSheet.row(step, TEXT))
                .map(row -> List.of(row.when(), row.item(), row.who()))
                .toList());
  }
}
