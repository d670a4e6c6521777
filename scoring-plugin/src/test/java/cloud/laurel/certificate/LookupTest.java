package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.HONOUR;
import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.store.TestDatabase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the public finds, and does not find. */
class LookupTest {

  @ParameterizedTest
  @EnumSource
  void exactNameWithSchoolOrNumberIsFound(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    CertificateNumber number = f.issue("s1", "买买提·吐尔逊").get(0).current().orElseThrow();
    f.issue("s2", "买买提·吐尔逊");
    for (String asked :
        List.of("School s1", "school  S1", "s1", number.series(), number.code(), number.text())) {
      for (String name :
          List.of("买买提·吐尔逊", " 买买提・吐尔逊", "买买提\u200B•吐尔逊\u3000", "买买提·吐\uDB40\uDD00尔逊")) {
        assertThat(f.services.lookup().find(name, asked))
            .as(name + " " + asked)
            .extracting(Certificate::number)
            .containsExactly(number);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseIsFound(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    CertificateNumber number = f.issue("s1", "甲一").get(0).current().orElseThrow();
    LookupService lookup = f.services.lookup();
    assertThat(lookup.find("甲", "s1")).isEmpty();
    assertThat(lookup.find("甲%", "s1")).isEmpty();
    assertThat(lookup.find("", "s1")).isEmpty();
    assertThat(lookup.find("甲一", "")).isEmpty();
    assertThat(lookup.find("甲一", "s2")).isEmpty();
    assertThat(lookup.find("甲二", number.text())).isEmpty();
    assertThat(lookup.find("甲一".repeat(400), "s1")).isEmpty();
    assertThat(lookup.find("甲一", "s1".repeat(400))).isEmpty();
    assertThat(lookup.byNumber(number.series())).isEmpty();
    assertThat(lookup.byNumber(number.series().replace("0001", "0002") + "-" + number.code()))
        .isEmpty();
    assertThat(lookup.byNumber("' OR 1=1 --")).isEmpty();
    assertThat(lookup.byHash("")).isEmpty();
    assertThat(lookup.ofAccount("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatNoDatabaseTakesIsNotFoundEither(TestDatabase kind) {
    LookupService lookup = new CertificateFixture(kind).services.lookup();
    for (String broken : List.of("\0", "a\0b", "\uD800", "\uDC00\uD800", "\uFFFF", "\u202E")) {
      assertThat(lookup.byHash(broken)).isEmpty();
      assertThat(lookup.byNumber(broken)).isEmpty();
      assertThat(lookup.find(broken, "s1")).isEmpty();
      assertThat(lookup.find("甲一", broken)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotPrintedYetIsNotFound(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    CertificateNumber number = f.order("s1", "甲一").lines().get(0).current().orElseThrow();
    assertThat(f.services.lookup().byNumber(number.text())).isEmpty();
    assertThat(f.services.lookup().find("甲一", "s1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void fileIsKnownByItsHash(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    Certificate one = f.one(f.issue("s1", "甲一").get(0));
    assertThat(f.services.lookup().byHash(one.hash().toUpperCase())).contains(one);
    assertThat(new String(f.services.lookup().pdf(one))).startsWith(one.number().text());
    assertThat(f.services.lookup().credential(one)).isEqualTo("jwt " + one.number().code());
    assertThat(f.services.lookup().record(one)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void viewsAreCountedByMonthAndWay(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    Certificate one = f.one(f.issue("s1", "甲一").get(0));
    LookupService lookup = f.services.lookup();
    lookup.countView(one, Way.NUMBER);
    lookup.countView(one, Way.NUMBER);
    lookup.countView(one, Way.DOWNLOAD);
    // the last seconds of July in China
    f.test.clock.set("2021-07-31T15:59:59Z");
    lookup.countView(one, Way.NAME);
    f.test.clock.set("2021-07-31T16:00:00Z");
    lookup.countView(one, Way.NAME);
    Views views = lookup.views(one);
    assertThat(views.months())
        .extracting(Views.Month::month)
        .containsExactly(YearMonth.of(2021, 8), YearMonth.of(2021, 7));
    assertThat(views.by(Way.NAME)).isEqualTo(2);
    assertThat(views.total()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void registerIsFilteredPagedAndHandedOverBySchool(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    f.issue("s1", "甲一", "甲二");
    f.issue("s2", "乙一", "百分%一");
    RegisterService register = f.services.register();
    assertThat(register.page(f.campaign, RegisterFilter.ALL, 1, 2).rows())
        .extracting(c -> c.printed().name())
        .containsExactly("甲二", "乙一");
    assertThat(register.page(f.campaign, filter("", "%"), 0, 9).total()).isEqualTo(1);
    assertThat(register.page(f.campaign, filter("", "t-0003"), 0, 9).total()).isEqualTo(1);
    assertThat(register.page(f.campaign, filter("s1", "一"), 0, 9).total()).isEqualTo(1);
    assertThat(register.page(f.campaign, filter("s1", "school s2"), 0, 9).total()).isZero();
    List<String> names = new ArrayList<>();
    RegisterService.Files files =
        new RegisterService.Files(Optional.of(f.campaign), Optional.of("s2"), true);
    register.files(files, (one, pdf) -> names.add(one.printed().name() + pdf.length));
    assertThat(register.count(files)).isEqualTo(2);
    assertThat(names).hasSize(2).allMatch(name -> name.matches("(乙一|百分%一)\\d{3}"));
    assertThat(register.bySchool(f.campaign))
        .containsExactly(
            new RegisterService.OfSchool("s1", "School s1", 2),
            new RegisterService.OfSchool("s2", "School s2", 2));
  }

  @ParameterizedTest
  @EnumSource
  void schoolSeesItsOwnButNotTheNameOfWhoAskedNotToBeShown(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> lines = f.issue("s1", "甲一", "甲二", "甲三");
    f.issue("s2", "甲四");
    f.order("s1", "甲五");
    f.services.changes().revoke(f.one(lines.get(0)), "mistake", OFFICER);
    f.services.changes().withhold(f.one(lines.get(1)), true, "asked for it", OFFICER);
    RegisterService register = f.services.register();
    assertThat(own(register, "s1", "")).containsExactly("甲二", "甲三", "甲一");
    assertThat(own(register, "s1", "甲")).containsExactly("甲三", "甲一");
    assertThat(own(register, "s1", "t-0002")).containsExactly("甲二");
    assertThat(own(register, "s3", "")).isEmpty();
    List<String> names = new ArrayList<>();
    RegisterService.Files files =
        new RegisterService.Files(Optional.empty(), Optional.of("s1"), false);
    register.files(files, (one, pdf) -> names.add(one.printed().name()));
    assertThat(names).containsExactly("甲三");
    assertThat(register.count(files)).isEqualTo(1);
  }

  private static List<String> own(RegisterService register, String school, String words) {
    return register.ofSchool(school, Optional.empty(), words, 0, 9).rows().stream()
        .map(one -> one.printed().name())
        .toList();
  }

  private static RegisterFilter filter(String school, String words) {
    return new RegisterFilter(HONOUR, Optional.of(Certificate.State.VALID), school, words);
  }
}
