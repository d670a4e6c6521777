package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterResourceTest {

  @Test
  void aRefusedRosterIsAProblemThatKeepsTheContractsShape() {
    RosterResult result =
        new RosterResult(
            0,
            0,
            0,
            0,
            0,
            List.of(new RosterResult.RowProblem("users.csv", 3, "grades", "must be 1 to 12")));

    JsonObject json = RosterResource.refused(result).toJson();

    assertThat(json.getInt("status")).isEqualTo(422);
    assertThat(json).containsKeys("schools", "people", "added", "changed", "left");
    assertThat(json.getJsonArray("problems").getJsonObject(0).getInt("row")).isEqualTo(3);
  }
}
