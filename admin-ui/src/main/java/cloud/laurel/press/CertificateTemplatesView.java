package cloud.laurel.press;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.input.Upload;
import cloud.laurel.input.WordsRule;
import cloud.laurel.template.Template;
import cloud.laurel.template.TemplateField;
import cloud.laurel.template.TemplateProblem;
import cloud.laurel.template.TemplateProblem.Why;
import cloud.laurel.template.TemplateRefused;
import cloud.laurel.template.TemplateService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code /bureau/certificate-templates}: what certificates look like, and what they could. */
@Named("certificateTemplates")
@RequestScoped
public class CertificateTemplatesView {

  private static final Set<String> DONE = Set.of("choose", "retire", "offset", "upload");

  @Inject private TemplateService templates;
  @Inject private SheetPrinter printer;
  @Inject private NameFonts names;
  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private List<Template> all = List.of();
  private Template chosen;
  private Template shown;
  private TemplateService.Offset offset = TemplateService.Offset.NONE;
  private List<String> problems = List.of();

  /**
   * A version in the list.
   *
   * @param by who uploaded it and when; empty for those that Laurel brings along
   */
  public record Row(
      long id,
      String name,
      int version,
      String by,
      String note,
      boolean inUse,
      boolean retired,
      String link,
      String source) {}

  /** A field in the help. */
  public record Field(String code, String words, boolean required) {}

  @PostConstruct
  void load() {
    all = templates.all();
    chosen = templates.chosen();
    offset = templates.offset();
    String wanted = FormInput.text(request, "template");
    shown = all.stream().filter(t -> wanted.equals("" + t.id())).findFirst().orElse(chosen);
  }

  /** Takes a new version. */
  public void upload() {
    List<Upload> files = FormInput.files(request);
    if (files.isEmpty()) {
      problems = List.of(text.of("certificateTemplates.noFile"));
      return;
    }
    try {
      String source =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(files.get(0).content()))
              .toString();
      Template kept =
          templates.upload(
              getNewName(),
              source,
              getNote(),
              caller.name().orElseThrow(),
              new SampleTrial(printer));
      FormInput.leadTo(link(kept) + "&done=upload");
    } catch (CharacterCodingException e) {
      problems = List.of(text.of("certificateTemplates.notUtf8"));
    } catch (TemplateRefused e) {
      problems = e.problems().stream().map(this::words).toList();
    }
  }

  private String words(TemplateProblem problem) {
    String what = text.of("certificateTemplates.why." + problem.why(), problem.detail());
    return problem.line() > 0
        ? text.of("certificateTemplates.at", problem.line(), Math.max(1, problem.column()), what)
        : what;
  }

  /** All versions, newest first. */
  public List<Row> getRows() {
    ZoneId zone = frame.campaign().map(c -> c.zone()).orElse(ZoneId.of("Asia/Shanghai"));
    return all.stream().map(template -> row(template, zone)).toList();
  }

  private Row row(Template template, ZoneId zone) {
    return new Row(
        template.id(),
        name(template),
        template.version(),
        template
            .upload()
            .map(u -> u.officer() + " · " + text.time(u.at(), zone))
            .orElse(text.of("certificateTemplates.shipped")),
        template.upload().map(Template.Upload::note).orElse(""),
        template.id() == chosen.id(),
        template.retired().isPresent(),
        link(template),
        address("/source", template));
  }

  private String name(Template template) {
    return template.isShipped()
        ? text.of("certificateTemplates.name." + template.name())
        : template.name();
  }

  private String link(Template template) {
    return address("", template);
  }

  private String address(String path, Template template) {
    return request.getContextPath()
        + "/bureau/certificate-templates"
        + path
        + "?template="
        + template.id();
  }

  /** The version that is looked at. */
  public long getTemplate() {
    return shown.id();
  }

  /** Its name. */
  public String getShownName() {
    return text.of("certificateTemplates.versionOf", name(shown), shown.version());
  }

  /** The name on the sample. */
  public String getName() {
    String typed = WordsRule.line(FormInput.text(request, "name"));
    return typed.isEmpty() ? Samples.SHORT : typed;
  }

  /** Whom the sample honours. */
  public String getOf() {
    String typed = FormInput.text(request, "of");
    return Arrays.stream(Of.values())
        .map(Of::name)
        .filter(typed::equals)
        .findFirst()
        .orElse("TEACHER");
  }

  /** Kinds of recipients. */
  public List<String> getKinds() {
    return List.of("TEACHER", "ADMINISTRATOR", "SCHOOL");
  }

  /** The shortest name. */
  public String getShortName() {
    return Samples.SHORT;
  }

  /** A long one. */
  public String getLongName() {
    return Samples.LONG;
  }

  /** Where the sample is, to be followed by a format. */
  public String getSample() {
    return address("/sample", shown) + "&of=" + getOf() + "&name=" + encoded(getName());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Why there is no sample for the name; empty when there is. */
  public String getUnprintable() {
    List<String> letters = names.unprintable(getName());
    if (!letters.isEmpty()) {
      return text.of("certificateTemplates.unprintable", String.join(" ", letters));
    }
    return getName().codePointCount(0, getName().length()) > 50
        ? text.of("certificateTemplates.why." + Why.TOO_LONG, getName())
        : "";
  }

  /** Everything that a template can name. */
  public List<Field> getFields() {
    return Arrays.stream(TemplateField.values())
        .map(
            field ->
                new Field(
                    "{{" + field.text() + "}}",
                    text.of("certificateTemplates.field." + field.text()),
                    field.isRequired()))
        .toList();
  }

  /** By how many millimetres the printer's output moves to the right. */
  public String getX() {
    return TemplateStep.millimetres(offset.halfX());
  }

  /** Likewise downwards. */
  public String getY() {
    return TemplateStep.millimetres(offset.halfY());
  }

  /** What has just been done; empty when nothing was. */
  public String getDone() {
    String done = FormInput.text(request, "done");
    return DONE.contains(done) ? text.of("certificateTemplates.done." + done) : "";
  }

  /** Whether the offset that was sent was none. */
  public boolean isOffsetWrong() {
    return FormInput.text(request, "done").equals("offset-wrong");
  }

  /** Why the upload was not taken, line by line. */
  public List<String> getProblems() {
    return problems;
  }

  /** The new version's name as it was written so far. */
  public String getNewName() {
    return WordsRule.line(FormInput.text(request, "newName"));
  }

  /** The note as it was written so far. */
  public String getNote() {
    return WordsRule.line(FormInput.text(request, "note"));
  }
}
