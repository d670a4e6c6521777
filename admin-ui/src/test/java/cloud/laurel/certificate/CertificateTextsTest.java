package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.template.ShippedTemplates;
import cloud.laurel.template.Template;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the desk's pages can be asked to say has words in both languages. */
class CertificateTextsTest {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  @Test
  void everyReasonFindingAndStateHasWords() {
    for (Locale language : LANGUAGES) {
      Texts texts = Texts.in(language);
      assertThat(
              Stream.of(
                      keys("certificates.why.", Why.values()),
                      keys("certificates.finding.", NameFinding.Kind.values()),
                      keys("certificates.weight.", ReportRow.Weight.values()),
                      keys("certificates.state.", Certificate.State.values()),
                      keys("certificates.ended.", Certificate.State.values()),
                      keys("certificates.kind.", Batch.Kind.values()),
                      keys("certificates.order.", Batch.State.values()),
                      keys("certificates.order.text.", Batch.State.values()),
                      keys("certificates.event.", CertificateEvent.Kind.values()),
                      keys("certificates.revoke.", RevocationReason.values()),
                      keys("certificates.way.", Way.values()),
                      ShippedTemplates.ALL.stream()
                          .map(Template::name)
                          .map("certificateTemplates.name."::concat))
                  .flatMap(one -> one))
          .allMatch(texts::has);
    }
  }

  @Test
  void findingNamesItsCharactersWithTheirCodePoints() {
    NameFinding missing = new NameFinding(NameFinding.Kind.UNPRINTABLE, List.of("𬭩", "㛃"));
    for (Locale language : LANGUAGES) {
      assertThat(NameWords.of(List.of(missing), Texts.in(language)).get(0).words())
          .contains("𬭩 (U+2CB69)", "㛃 (U+36C3)");
    }
  }

  @Test
  void revocationSaysItsGroundInChineseAndWhatTheOfficerAdded() {
    assertThat(RevocationReason.MISTAKE.words(" 石教〔2021〕20号 ")).isEqualTo("签发有误：石教〔2021〕20号");
    assertThat(RevocationReason.MISTAKE.words("")).isEqualTo("签发有误");
    assertThat(RevocationReason.OTHER.words("重复颁发")).isEqualTo("重复颁发");
  }

  private static Stream<String> keys(String prefix, Enum<?>[] all) {
    return Stream.of(all).map(one -> prefix + one.name());
  }
}
