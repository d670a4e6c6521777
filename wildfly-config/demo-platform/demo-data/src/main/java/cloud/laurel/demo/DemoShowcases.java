package cloud.laurel.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What schools show of their work in one campaign: made-up cases with drawings instead of people.
 */
final class DemoShowcases {

  private static final String OFFICER = "bureau";

  /** Days between the last one of scoring, or today, and the first case. */
  private static final int DAYS_BEFORE = 12;

  private final Scene scene;
  private final Instant now;
  private final Map<String, List<DemoPerson>> administrators;

  DemoShowcases(Scene scene, Instant now) {
    this.scene = scene;
    this.now = now;
    this.administrators = scene.roster().bySchool(DemoPerson::administers);
  }

  /** Everything as the import takes it. */
  JsonObject json() {
    String plan = scene.plan() == Scene.Plan.PRESENT ? "PRESENT" : "FIRST";
    JsonArrayBuilder cases = Json.createArrayBuilder();
    int day = 0;
    for (JsonObject one : invented().getValuesAs(JsonObject.class)) {
      if (one.getString("plan").equals(plan)) {
        cases.add(showcase(one, day++));
      }
    }
    return Json.createObjectBuilder()
        .add("campaign", scene.campaign().code())
        .add("cases", cases)
        .build();
  }

  private static JsonArray invented() {
    try (InputStream in = DemoShowcases.class.getResourceAsStream("showcases.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObjectBuilder showcase(JsonObject one, int day) {
    String school = one.getString("school");
    LocalDate submitted = scene.campaign().lastDay(scene.today()).minusDays(DAYS_BEFORE - day);
    JsonArrayBuilder events =
        Json.createArrayBuilder()
            .add(event("SAVED", submitted.minusDays(1)))
            .add(event("CONSENT_DECLARED", submitted))
            .add(event("SUBMITTED", submitted));
    if (!one.getString("state", "").equals("SUBMITTED")) {
      events.add(event("PUBLISHED", submitted.plusDays(2)).add("officer", OFFICER));
    }
    JsonArrayBuilder pictures = Json.createArrayBuilder();
    for (JsonObject picture : one.getJsonArray("pictures").getValuesAs(JsonObject.class)) {
      byte[] png = Drawing.valueOf(picture.getString("drawing")).png();
      pictures.add(
          Json.createObjectBuilder()
              .add("alt", picture.getString("alt"))
              .add("content", Base64.getEncoder().encodeToString(png)));
    }
    return Json.createObjectBuilder()
        .add("school", school)
        .add("account", administrators.get(school).get(0).id())
        .add("theme", one.get("theme"))
        .add("title", one.get("title"))
        .add("summary", one.get("summary"))
        .add("body", one.get("body"))
        .add("links", one.get("links"))
        .add("pictures", pictures)
        .add("events", events);
  }

  /** Something that happened on a working morning. */
  private JsonObjectBuilder event(String what, LocalDate day) {
    Instant at = day.atTime(LocalTime.of(9, 30)).atZone(DemoCampaign.ZONE).toInstant();
    return Json.createObjectBuilder()
        .add("what", what)
        .add(
            "at",
            (at.isAfter(now) ? now : at).atZone(DemoCampaign.ZONE).toOffsetDateTime().toString());
  }
}
