package cloud.laurel.result;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolDetail.Alternative;
import cloud.laurel.standing.SchoolDetail.Mean;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.Score;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A result as the JSON that is frozen. Equal results have equal text on every database: it holds no
 * time, no row's key, and everything in a fixed order.
 */
final class ResultJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ResultJson() {}

  /**
   * What is frozen beside the schools.
   *
   * @param actions in the journal, of the campaign's window
   * @param uploads of the roster that are in force
   * @param people a digest of each role's people
   */
  record Basis(long actions, long uploads, List<Digest> people) {}

  /** What a role's people came to; the rows themselves lie beside the snapshot. */
  record Digest(String role, long count, long points, String sha256) {}

  static String write(Campaign campaign, Basis basis, List<SchoolResult> schools) {
    JsonArrayBuilder people = JSON.createArrayBuilder();
    basis
        .people()
        .forEach(
            d ->
                people.add(
                    JSON.createObjectBuilder()
                        .add("role", d.role())
                        .add("count", d.count())
                        .add("points", d.points())
                        .add("sha256", d.sha256())));
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    schools.forEach(s -> rows.add(school(s)));
    return JSON.createObjectBuilder()
        .add("campaign", campaign.code())
        .add("version", campaign.newest().number())
        .add("rules", campaign.newest().rules().fingerprint())
        .add("actions", basis.actions())
        .add("rosterUploads", basis.uploads())
        .add("people", people)
        .add("schools", rows)
        .build()
        .toString();
  }

  private static JsonObjectBuilder school(SchoolResult school) {
    Row row = school.row();
    Parts parts = school.parts();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("code", school.code())
            .add("name", school.name())
            .add("rank", school.rank())
            .add("stage", school.stage().name());
    school
        .central()
        .ifPresent(
            c ->
                json.add(
                    "central",
                    JSON.createObjectBuilder().add("code", c.code()).add("name", c.name())));
    JsonArrayBuilder months = JSON.createArrayBuilder();
    parts.months().forEach(m -> months.add(month(m)));
    return json.add("score", row.score().text())
        .add("exactScore", parts.score().exact().toString())
        .add("administratorMean", row.administratorMean().text())
        .add("teacherMean", row.teacherMean().text())
        .add("studentMean", row.studentMean().text())
        .add("exactStudentMean", parts.studentMean().exact().toString())
        .add("teacherOpeningRate", row.teacherOpening().percent())
        .add("studentOpeningRate", row.studentOpening().percent())
        .add("passesOpeningGate", row.passesOpeningGate())
        .add("administrators", mean(parts.administrators()))
        .add("teachers", mean(parts.teachers()))
        .add("teacherSpaces", opening(parts.teacherOpening()))
        .add("studentSpaces", opening(parts.studentOpening()))
        .add("planned", school.planned())
        .add("trainings", school.trainings())
        .add("months", months);
  }

  private static JsonObjectBuilder mean(Mean mean) {
    return JSON.createObjectBuilder().add("count", mean.count()).add("points", mean.points());
  }

  private static JsonObjectBuilder opening(Opening opening) {
    return JSON.createObjectBuilder()
        .add("eligible", opening.eligible())
        .add("registered", opening.registered())
        .add("activated", opening.activated());
  }

  private static JsonObjectBuilder month(Month month) {
    JsonArrayBuilder alternatives = JSON.createArrayBuilder();
    month
        .alternatives()
        .forEach(
            a ->
                alternatives.add(
                    JSON.createObjectBuilder()
                        .add("name", a.name())
                        .add("participants", a.participants())
                        .add("points", a.points())));
    return JSON.createObjectBuilder()
        .add("month", month.month().toString())
        .add("eligible", month.eligible())
        .add("points", month.points())
        .add("alternatives", alternatives);
  }

  /** The schools of a frozen result. */
  static List<SchoolResult> read(String content) {
    try (JsonReader reader = JSON.createReader(new StringReader(content))) {
      return reader.readObject().getJsonArray("schools").getValuesAs(ResultJson::readSchool);
    }
  }

  private static SchoolResult readSchool(JsonObject json) {
    return new SchoolResult(
        json.getString("code"),
        json.getString("name"),
        json.getInt("rank"),
        Optional.ofNullable(json.getJsonObject("central"))
            .map(c -> new Central(c.getString("code"), c.getString("name"))),
        Stage.valueOf(json.getString("stage")),
        new Parts(
            score(json.getString("exactScore")),
            mean(json.getJsonObject("administrators")),
            mean(json.getJsonObject("teachers")),
            score(json.getString("exactStudentMean")),
            json.getJsonArray("months").getValuesAs(ResultJson::readMonth),
            opening(json.getJsonObject("teacherSpaces")),
            opening(json.getJsonObject("studentSpaces")),
            json.getBoolean("passesOpeningGate")),
        json.getBoolean("planned"),
        json.getInt("trainings"));
  }

  private static Score score(String exact) {
    return new Score(BigFraction.parse(exact));
  }

  private static Mean mean(JsonObject json) {
    long count = number(json, "count");
    long points = number(json, "points");
    return new Mean(count, points, Score.mean(points, count));
  }

  private static Opening opening(JsonObject json) {
    return new Opening(
        number(json, "eligible"), number(json, "registered"), number(json, "activated"));
  }

  private static Month readMonth(JsonObject json) {
    long eligible = number(json, "eligible");
    return new Month(
        YearMonth.parse(json.getString("month")),
        eligible,
        json.getJsonArray("alternatives")
            .getValuesAs(
                (JsonObject a) ->
                    new Alternative(
                        a.getString("name"),
                        number(a, "participants"),
                        new Rate(number(a, "participants"), eligible),
                        a.getInt("points"))),
        json.getInt("points"),
        false);
  }

  private static long number(JsonObject json, String name) {
    return json.getJsonNumber(name).longValueExact();
  }
}
