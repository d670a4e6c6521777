package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static cloud.laurel.certificate.CertificateFixture.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the status of credentials stands, and what it says. */
class StatusListTest {

  private static StatusEntry entry(CertificateFixture f, IssueLine line) {
    return f.press.statuses.get(line.current().orElseThrow());
  }

  private static BitSet bits(StatusEntry... entries) {
    BitSet bits = new BitSet();
    Stream.of(entries).forEach(entry -> bits.set(entry.index()));
    return bits;
  }

  @ParameterizedTest
  @EnumSource
  void revokedAndReplacedOnesAreSetAndNoOthers(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    assertThat(f.services.statusLists().ended(1)).isEmpty();
    List<IssueLine> lines = f.issue("s1", "甲一", "甲二", "甲三", "甲四");
    assertThat(f.services.statusLists().ended(1)).contains(new BitSet());
    StatusEntry revoked = entry(f, lines.get(0));
    StatusEntry replaced = entry(f, lines.get(1));
    f.services.changes().revoke(f.one(lines.get(0)), "not deserved", OFFICER);
    f.services
        .issue()
        .replace(f.campaign, f.one(lines.get(1)), TERMS, "甲五", "s1", "corrected", OFFICER);
    f.services.changes().withhold(f.one(lines.get(2)), true, "asked for it", OFFICER);
    assertThat(f.services.statusLists().ended(1)).contains(bits(revoked));
    f.print();
    assertThat(f.services.statusLists().ended(1)).contains(bits(revoked, replaced));
    assertThat(f.services.statusLists().ended(2)).isEmpty();
    assertThat(f.press.statuses.values()).doesNotHaveDuplicates().hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPrintedAgainKeepsItsPlace(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    f.order("s1", "甲一");
    Instant now = f.test.clock.instant();
    CertificateRepository certificates = new CertificateRepository();
    StatusEntry died =
        f.test
            .engine
            .database()
            .inTransaction(
                tx -> certificates.claim(tx, new BatchRepository().running(tx), 1, now, now))
            .get(0)
            .status();
    f.test.clock.set("2021-07-12T04:02:00Z");
    f.print();
    assertThat(f.press.statuses.values()).containsExactly(died);
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceThatIsTakenIsNotGivenAgain(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    IssueLine line = f.issue("s1", "甲一").get(0);
    StatusEntry taken = entry(f, line);
    IssueService.Ordered ordered = f.order("s1", "甲二");
    long next = f.one(ordered.lines().get(0)).id();
    f.test
        .engine
        .database()
        .useTransaction(
            tx ->
                assertThat(
                        tx.execute(
                            "INSERT INTO certificate_status (certificate, status_list,"
                                + " status_index) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            next,
                            taken.list(),
                            taken.index()))
                    .isZero());
    f.print();
    assertThat(entry(f, ordered.lines().get(0))).isNotEqualTo(taken);
  }

  @Test
  void aListIsFilledByHalfAndThenTheNextOne() {
    Random random = new Random(1);
    assertThat(StatusEntry.draw(65_535, random).list()).isEqualTo(1);
    assertThat(StatusEntry.draw(65_536, random).list()).isEqualTo(2);
    assertThatThrownBy(() -> new StatusEntry(1, StatusEntry.LENGTH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
