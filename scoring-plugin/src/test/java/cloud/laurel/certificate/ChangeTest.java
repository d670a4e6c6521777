package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static cloud.laurel.certificate.CertificateFixture.TERMS;
import static cloud.laurel.certificate.CertificateFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.Certificate.State;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replacement, revocation, and withholding at the person's request. */
class ChangeTest {

  private static long replace(CertificateFixture f, Certificate old, String name) {
    return f.services
        .issue()
        .replace(f.campaign, old, TERMS, name, "s1", "name corrected", OFFICER);
  }

  @ParameterizedTest
  @EnumSource
  void successorTakesThePlaceWhenItIsPrinted(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    Certificate old = f.one(line);
    replace(f, old, "甲乙");
    assertThat(f.one(line).state()).isEqualTo(State.VALID);
    assertRefused(Why.OTHER_STATE, () -> replace(f, old, "甲丙"));
    f.print();
    Certificate replaced = f.one(line);
    assertThat(replaced.state()).isEqualTo(State.REPLACED);
    assertThat(replaced.change().orElseThrow().reason()).isEqualTo("name corrected");
    CertificateNumber next = replaced.change().orElseThrow().successor().orElseThrow();
    Certificate successor = f.services.lookup().byNumber(next.code()).orElseThrow();
    assertThat(successor.isValid()).isTrue();
    assertThat(successor.printed().name()).isEqualTo("甲乙");
    assertThat(successor.predecessor()).contains(old.number());
    assertThat(f.services.changes().events(old))
        .extracting(CertificateEvent::kind)
        .containsExactly(CertificateEvent.Kind.REPLACED);
    assertRefused(Why.OTHER_STATE, () -> f.services.changes().revoke(replaced, "late", OFFICER));
    assertRefused(Why.OTHER_STATE, () -> replace(f, replaced, "甲丁"));
    // the person has one already
    assertThat(f.issue("s1", "甲乙").get(0).current()).contains(next);
  }

  @ParameterizedTest
  @EnumSource
  void revocationStopsTheSuccessorThatIsNotPrintedYet(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    replace(f, f.one(line), "甲乙");
    f.services.changes().revoke(f.one(line), "not deserved", OFFICER);
    f.print();
    Certificate revoked = f.one(line);
    assertThat(revoked.state()).isEqualTo(State.REVOKED);
    assertThat(revoked.change().orElseThrow().reason()).isEqualTo("not deserved");
    assertThat(revoked.change().orElseThrow().successor()).isEmpty();
    assertThat(f.press.made).hasSize(1);
    assertThat(f.services.register().series(f.campaign))
        .containsExactly(new Series("LR-2021-12-T", 2, 1, 0, 1));
    // somebody who knows of the revocation may still order one
    replace(f, revoked, "甲乙");
    f.print();
    assertThat(f.services.lookup().find("甲乙", "s1")).hasSize(1).allMatch(Certificate::isValid);
  }

  @ParameterizedTest
  @EnumSource
  void correctedNameOfSomebodyWhoHasOneIsRefused(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> lines = f.issue("s1", "甲一", "甲二");
    assertRefused(Why.NAME_TAKEN, () -> replace(f, f.one(lines.get(0)), "甲 二"));
    assertThat(f.services.register().series(f.campaign))
        .containsExactly(new Series("LR-2021-12-T", 2, 2, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void revokedOnceStaysRevokedWithItsFirstReason(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    assertRefused(Why.REASON_MISSING, () -> f.services.changes().revoke(f.one(line), " ", OFFICER));
    assertRefused(
        Why.REASON_TOO_LONG,
        () -> f.services.changes().revoke(f.one(line), "x".repeat(201), OFFICER));
    f.services.changes().revoke(f.one(line), "first", OFFICER);
    Certificate again = f.services.changes().revoke(f.one(line), "second", "bureau2");
    assertThat(again.change().orElseThrow().reason()).isEqualTo("first");
    assertThat(f.seen(line)).map(Certificate::state).contains(State.REVOKED);
    // an order for everybody does not bring it back
    assertThat(f.issue("s1", "甲一").get(0).current()).isEqualTo(line.current());
  }

  @ParameterizedTest
  @EnumSource
  void withheldIsFoundByItsNumberOnly(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    f.services.changes().withhold(f.one(line), true, "asked for it", OFFICER);
    assertRefused(
        Why.OTHER_STATE, () -> f.services.changes().withhold(f.one(line), true, "x", OFFICER));
    assertThat(f.services.lookup().find("甲一", "s1")).isEmpty();
    assertThat(f.seen(line)).map(Certificate::isWithheld).contains(true);
    replace(f, f.one(line), "甲乙");
    f.print();
    assertThat(f.services.lookup().find("甲乙", "s1")).isEmpty();
    Certificate successor =
        f.services.register().page(f.campaign, RegisterFilter.ALL, 1, 1).rows().get(0);
    f.services.changes().withhold(successor, false, "asked again", OFFICER);
    assertThat(f.services.lookup().find("甲乙", "s1"))
        .extracting(Certificate::number)
        .isEqualTo(List.of(successor.number()));
  }
}
