package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.document.Block;
import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Name;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Roll;
import cloud.laurel.document.Block.RunIn;
import cloud.laurel.document.Letterhead;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.web.Texts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bulletin as an official paper: blocks numbered 一、（一）1., figures as numbers. The paper is
 * Chinese, in whatever language its reader looks at pages.
 */
final class BulletinPaper {

  private static final Texts TEXT = Texts.in(Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern(TEXT.of("bulletinPaper.dayPattern"), Locale.ENGLISH);

  private final Content content;
  private final Basis basis;
  private final FigureRule figures;
  private final List<Block> blocks = new ArrayList<>();
  private int headings;
  private int sections;
  private int points;

  private BulletinPaper(Content content, Basis basis) {
    this.content = content;
    this.basis = basis;
    this.figures = new FigureRule(basis.figures());
  }

  /** What has been released. */
  static OfficialDocument of(Release release) {
    return new BulletinPaper(release.content(), release.basis()).document(false);
  }

  /** What has not; it says so below its title. */
  static OfficialDocument draft(Content content, Basis basis) {
    return new BulletinPaper(content, basis).document(true);
  }

  private OfficialDocument document(boolean draft) {
    content.parts().forEach(this::part);
    blocks.add(
        new Closing(
            List.of(
                content.issuer(),
                content.date().map(DAY::format).orElse(TEXT.of("bulletinPaper.noDay")))));
    // what is being written may still lack either
    String title = content.title().isEmpty() ? TEXT.of("bulletinPaper.noTitle") : content.title();
    return new OfficialDocument(
        Optional.of(content.issuer())
            .filter(issuer -> !issuer.isEmpty())
            .map(issuer -> new Letterhead(issuer, content.number())),
        draft ? title + "\n" + TEXT.of("bulletinPaper.draft") : title,
        Locale.SIMPLIFIED_CHINESE,
        blocks);
  }

  private void part(Part part) {
    switch (part.kind()) {
      case HEADING -> heading(part.head());
      case INTRO, FACTS, CLOSING -> text(figures.printed(part));
      case TEXT -> {
        if (!part.head().isEmpty()) {
          section(part.head());
        }
        text(figures.printed(part));
      }
      case CHARACTERISTIC ->
          blocks.add(new RunIn(++points + ". " + part.head(), figures.printed(part)));
      case BOARD -> board(part);
      case HONOURS -> honours(part);
    }
  }

  private void heading(String head) {
    blocks.add(new Heading(1, numeral(++headings) + TEXT.of("bulletinPaper.pause") + head));
    sections = 0;
    points = 0;
  }

  private void section(String head) {
    blocks.add(new Heading(2, TEXT.of("bulletinPaper.bracketed", numeral(++sections)) + head));
    points = 0;
  }

  private void text(String text) {
    if (!text.isEmpty()) {
      blocks.add(new Paragraph(text));
    }
  }

  private void board(Part part) {
    List<String> schools = basis.board(part.code(), part.number());
    blocks.add(
        new Paragraph(
            figures.printed(part)
                + (schools.isEmpty()
                    ? TEXT.of("bulletinPaper.nobody")
                    : String.join(TEXT.of("bulletinPaper.pause"), schools))
                + TEXT.of("bulletinPaper.stop")));
  }

  private void honours(Part part) {
    Optional<HonourRoll> honour = basis.honour(part.code());
    String name = part.head().isEmpty() ? honour.map(HonourRoll::name).orElse("") : part.head();
    section(name + (part.unordered() ? TEXT.of("bulletinPaper.unordered") : ""));
    List<Name> names =
        honour.stream()
            .flatMap(h -> h.rows().stream().map(r -> new Name(r.name(), r.school())))
            .toList();
    blocks.add(
        names.isEmpty()
            ? new Paragraph(TEXT.of("bulletinPaper.unconfirmed"))
            : new Roll(part.number(), names));
  }

  /** 一 to 九十九. */
  private static String numeral(int number) {
    String digits = TEXT.of("bulletinPaper.numerals");
    String tens = number < 20 ? "" : digits.substring(number / 10 - 1, number / 10);
    String ten = number < 10 ? "" : digits.substring(9, 10);
    String ones = number % 10 == 0 ? "" : digits.substring(number % 10 - 1, number % 10);
    return tens + ten + ones;
  }
}
