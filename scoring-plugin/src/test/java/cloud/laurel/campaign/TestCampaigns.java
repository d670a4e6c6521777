package cloud.laurel.campaign;

import cloud.laurel.engine.TestEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Campaigns without a database, for tests of pure rules. */
public final class TestCampaigns {

  /** In the notice's first month. */
  public static final Instant CREATED = Instant.parse("2020-12-20T00:00:00Z");

  private TestCampaigns() {}

  /** The notice's campaign. */
  public static Campaign notice() {
    return of(TestEngine.notice());
  }

  /** A running campaign with these rules. */
  public static Campaign of(String json) {
    Rules rules = RulesReader.read(json);
    RuleVersion first = new RuleVersion(1, rules.from(), "", "", CREATED, rules);
    return new Campaign(7, 70, 70, Campaign.State.RUNNING, CREATED, List.of(first), Map.of());
  }

  /** The same with one more version. */
  public static Campaign with(Campaign campaign, String json, String validFrom) {
    List<RuleVersion> versions = new ArrayList<>(campaign.versions());
    LocalDate from = LocalDate.parse(validFrom);
    versions.add(
        new RuleVersion(versions.size() + 1, from, "why", "", CREATED, RulesReader.read(json)));
    return new Campaign(7, 70, 70, campaign.state(), CREATED, versions, campaign.closings());
  }

  /** The notice's rules with a part of their text replaced after a mark. */
  public static String changed(String after, String part, String replacement) {
    String json = TestEngine.notice();
    int at = json.indexOf(part, json.indexOf(after));
    return json.substring(0, at) + replacement + json.substring(at + part.length());
  }
}
