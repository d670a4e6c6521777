package cloud.laurel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.engine.TestClock;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import cloud.laurel.template.TemplateProblem.Why;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions of templates on both databases. */
class TemplateServiceTest {

  private static final TemplateTrial SOUND = template -> Optional.empty();

  private static TemplateService service(TestDatabase kind) {
    Database database = kind.fresh();
    database.migrate();
    return new TemplateService(database, new TestClock("2021-07-12T00:00:00Z"));
  }

  private static String source(String title) {
    return ShippedTemplates.PLAIN.source().replace("<title>荣誉证书", "<title>" + title);
  }

  @ParameterizedTest
  @EnumSource
  void aVersionNeverChangesAndANewOneStandsBesideIt(TestDatabase kind) {
    TemplateService service = service(kind);
    Template first = service.upload("本局", source("一"), "第一版", "officer", SOUND);
    Template second = service.upload(" 本局 ", source("二"), "", "other", SOUND);

    assertThat(first.id()).isPositive();
    assertThat(first.upload().orElseThrow().note()).isEqualTo("第一版");
    assertThat(second.version()).isEqualTo(2);
    assertThat(service.find(first.id()).orElseThrow().source()).isEqualTo(source("一"));
    assertThat(service.all())
        .extracting(Template::id)
        .containsExactly(second.id(), 1L, -4L, -5L, -6L, -1L, -2L, -3L);
    assertThat(service.find(99)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneIsUsedUntilItIsRetired(TestDatabase kind) {
    TemplateService service = service(kind);
    Template own = service.upload("本局", source("一"), "", "officer", SOUND);
    assertThat(service.chosen().id()).isEqualTo(ShippedTemplates.FORMAL.id());

    service.choose(own.id(), "officer");
    assertThat(service.chosen().id()).isEqualTo(own.id());

    service.retire(own.id(), "officer");
    assertThat(service.chosen().id()).isEqualTo(ShippedTemplates.FORMAL.id());
    assertThat(service.find(own.id()).orElseThrow().retired()).isPresent();

    service.choose(own.id(), "officer");
    assertThat(service.chosen()).as("retired for good").isEqualTo(ShippedTemplates.FORMAL);

    service.retire(-5, "officer");
    assertThat(service.find(-5).orElseThrow().retired()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasChosenInAnEarlierVersionOfLaurelIsUsedAsItIsNow(TestDatabase kind) {
    Database database = kind.fresh();
    database.migrate();
    TestClock clock = new TestClock("2021-07-12T00:00:00Z");
    TemplateService service = new TemplateService(database, clock);
    database.useTransaction(
        tx -> new TemplateRepository().note(tx, -3, "CHOSEN", clock.instant(), "officer", ""));
    assertThat(service.chosen()).isEqualTo(ShippedTemplates.BILINGUAL);
    assertThat(service.find(-3).orElseThrow().retired()).isPresent();

    service.retire(ShippedTemplates.BILINGUAL.id(), "officer");
    assertThat(service.chosen()).isEqualTo(ShippedTemplates.FORMAL);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUnsoundIsRefusedAndNothingIsKept(TestDatabase kind) {
    TemplateService service = service(kind);
    TemplateTrial bad = t -> Optional.of(TemplateProblem.whole(Why.PAGES, "2"));

    assertThatThrownBy(() -> service.upload("本局", "<html/>", "", "officer", SOUND))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageContaining("FIELD_MISSING");
    assertThatThrownBy(() -> service.upload("本局", source("一"), "", "officer", bad))
        .hasMessageContaining("PAGES");
    assertThatThrownBy(() -> service.upload("formal", source("一"), "", "officer", SOUND))
        .hasMessageContaining("NAME");
    assertThat(service.all()).hasSize(ShippedTemplates.ALL.size());

    service.upload("本局", source("一"), "", "officer", SOUND);
    assertThatThrownBy(() -> service.upload("本局", source("一"), "", "officer", SOUND))
        .hasMessageContaining("SAME");
  }

  @ParameterizedTest
  @EnumSource
  void thePrintersOffsetIsKept(TestDatabase kind) {
    TemplateService service = service(kind);
    assertThat(service.offset()).isEqualTo(TemplateService.Offset.NONE);

    service.keep(new TemplateService.Offset(3, -4), "officer");

    assertThat(service.offset()).isEqualTo(new TemplateService.Offset(3, -4));
    assertThatThrownBy(() -> new TemplateService.Offset(41, 0)).hasMessageContaining("20 mm");
  }
}
