package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.HONOUR;
import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static cloud.laurel.certificate.CertificateFixture.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.NameFinding.Kind;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the desk shows of a campaign's honours, orders and single recipients. */
class ProgressTest {

  private static HonourProgress teachers(CertificateFixture f) {
    return f.services.issue().progress(f.now()).stream()
        .filter(one -> one.honour().code().equals(HONOUR))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void honourSaysHowManyAreLeftWaitValidAndRevoked(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    assertThat(f.services.issue().isPublished(f.now())).isFalse();
    assertThat(teachers(f).published()).isZero();
    f.published();
    assertThat(f.services.issue().isPublished(f.now())).isTrue();
    assertThat(teachers(f).left()).isEqualTo(3);
    long order = f.services.issue().issuePublished(f.now(), HONOUR, TERMS, OFFICER).batch();
    assertThat(teachers(f).waiting()).isEqualTo(3);
    f.print();
    Certificate one = f.services.batches().numbers(order, false, 1).get(0);
    f.services.changes().revoke(one, "not deserved", OFFICER);
    HonourProgress after = teachers(f);
    assertThat(after.valid()).isEqualTo(2);
    assertThat(after.revoked()).isEqualTo(1);
    assertThat(after.left()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void recipientIsCheckedAloneOrInPlaceOfTheOwnCertificate(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    Recipient same = new Recipient("甲 一", "s1", "");
    IssueService issue = f.services.issue();
    assertThat(issue.line(f.campaign, HONOUR, TERMS, same, false).current())
        .isEqualTo(line.current());
    IssueLine instead = issue.line(f.campaign, HONOUR, TERMS, same, true);
    assertThat(instead.isNew()).isTrue();
    assertThat(instead.name()).isEqualTo("甲一");
    assertThat(instead.findings()).extracting(NameFinding::kind).containsExactly(Kind.PADDED);
  }
}
