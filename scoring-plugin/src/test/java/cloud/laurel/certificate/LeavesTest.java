package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.Certificate.State;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to paper together. */
class LeavesTest {

  private static List<String> printed(CertificateFixture f, RegisterFilter filter, long order) {
    List<String> names = new ArrayList<>();
    RegisterService register = f.services.register();
    List<Leaf> leaves = register.leaves(f.campaign, filter, order);
    int taken =
        register.files(
            leaves.stream().map(Leaf::id).toList(), (one, pdf) -> names.add(one.printed().name()));
    assertThat(taken).isEqualTo(leaves.size());
    return names;
  }

  private static RegisterFilter filter(Optional<State> state, String school, String words) {
    return new RegisterFilter("", state, school, words);
  }

  @ParameterizedTest
  @EnumSource
  void onlyValidOnesAreSortedBySchoolAndNumber(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> second = f.issue("s2", "乙一", "乙二", "乙三");
    List<IssueLine> first = f.issue("s1", "甲一", "甲二");
    ChangeService changes = f.services.changes();
    changes.revoke(f.one(second.get(1)), "a mistake", OFFICER);
    changes.withhold(f.one(second.get(2)), true, "as asked", OFFICER);
    f.order("s1", "甲三");

    assertThat(printed(f, RegisterFilter.ALL, 0)).containsExactly("甲一", "甲二", "乙一", "乙三");
    assertThat(printed(f, filter(Optional.empty(), "s2", ""), 0)).containsExactly("乙一", "乙三");
    assertThat(printed(f, filter(Optional.empty(), "", "甲"), 0)).containsExactly("甲一", "甲二");
    assertThat(printed(f, filter(Optional.of(State.VALID), "", ""), 0)).hasSize(4);
    assertThat(printed(f, filter(Optional.of(State.REVOKED), "", ""), 0)).isEmpty();
    assertThat(printed(f, new RegisterFilter("none", Optional.empty(), "", ""), 0)).isEmpty();
    assertThat(printed(f, RegisterFilter.ALL, f.one(first.get(0)).batch()))
        .containsExactly("甲一", "甲二");
    List<Leaf> leaves = f.services.register().leaves(f.campaign, RegisterFilter.ALL, 0);
    assertThat(leaves).extracting(Leaf::withheld).containsExactly(false, false, false, true);
    assertThat(leaves.get(2).series()).isEqualTo(f.one(second.get(0)).number().series());
    assertThat(leaves.get(2).school()).isEqualTo("School s2");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRevokedMeanwhileIsLeftOutAndMissing(TestDatabase kind) {
    CertificateFixture f = new CertificateFixture(kind);
    List<IssueLine> lines = f.issue("s1", "甲一", "甲二", "甲三");
    List<Long> ids = lines.stream().map(line -> f.one(line).id()).toList();
    List<String> names = new ArrayList<>();
    int taken =
        f.services
            .register()
            .files(
                ids,
                (one, pdf) -> {
                  names.add(one.printed().name());
                  if (names.size() == 1) {
                    f.services.changes().revoke(f.one(lines.get(2)), "a mistake", OFFICER);
                  }
                });
    assertThat(names).containsExactly("甲一", "甲二");
    assertThat(taken).isEqualTo(2);
  }
}
