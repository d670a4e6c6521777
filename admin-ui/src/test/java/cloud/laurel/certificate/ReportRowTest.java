package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.NameFinding.Kind;
import cloud.laurel.certificate.ReportRow.Weight;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report of names before issue. */
class ReportRowTest {

  private static final Texts TEXTS = Texts.in(Locale.SIMPLIFIED_CHINESE);

  private static final CertificateNumber NUMBER =
      new CertificateNumber("LR-2021-12-T-0001", CodeRule.draw(new Random(7)));

  private static IssueLine line(String given, String name, boolean there, Kind... findings) {
    return new IssueLine(
        new Recipient(given, "s1", "t1"),
        name,
        "第一小学",
        Stream.of(findings).map(kind -> new NameFinding(kind, List.of(name))).toList(),
        there ? Optional.of(NUMBER) : Optional.empty());
  }

  @Test
  void whatNeedsHandsComesFirst() {
    List<IssueLine> lines =
        List.of(
            line("甲一", "甲一", true, Kind.ROSTER_NAME),
            line("甲二", "甲二", false),
            line("甲 三", "甲三", false, Kind.PADDED),
            line("甲四", "甲四", false, Kind.PADDED, Kind.UNPRINTABLE));
    List<IssueLine> sorted = CertificateIssueView.sorted(lines, "");
    List<ReportRow> rows = sorted.stream().map(line -> ReportRow.of(line, TEXTS)).toList();
    assertThat(rows)
        .extracting(ReportRow::weight)
        .containsExactly(Weight.BLOCKED, Weight.REMARK, Weight.GOOD, Weight.THERE);
    assertThat(rows.get(1).isAltered()).isTrue();
    assertThat(rows.get(2).isAltered()).isFalse();
    assertThat(rows.get(3).current()).isEqualTo(NUMBER.series());
    assertThat(CertificateIssueView.sorted(lines, "REMARK")).containsExactly(sorted.get(1));
  }
}
