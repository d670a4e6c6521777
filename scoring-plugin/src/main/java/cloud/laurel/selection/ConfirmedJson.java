package cloud.laurel.selection;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.selection.HonourList.Winner;
import cloud.laurel.standing.Snapshot;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;

/** Computed and decided lists as the JSON that is kept. */
final class ConfirmedJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ConfirmedJson() {}

  static String write(Snapshot snapshot, List<HonourSelection> honours) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    honours.forEach(h -> all.add(honour(h)));
    return JSON.createObjectBuilder()
        .add("snapshot", snapshot.hash())
        .add("honours", all)
        .build()
        .toString();
  }

  private static JsonObjectBuilder honour(HonourSelection selection) {
    Scheme scheme = selection.scheme();
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    selection.rows().stream()
        .filter(r -> r.computed() || r.decision().isPresent())
        .forEach(r -> rows.add(row(r)));
    return JSON.createObjectBuilder()
        .add("code", selection.honour().code())
        .add("name", selection.honour().name())
        .add("of", selection.honour().of().map(Of::name).orElse(""))
        .add("places", scheme.places())
        .add("perSchool", scheme.perSchool())
        .add("perCentral", scheme.perCentral())
        .add("primary", scheme.primary())
        .add("junior", scheme.junior())
        .add("senior", scheme.senior())
        .add("rows", rows);
  }

  private static JsonObjectBuilder row(SelectionRow row) {
    Candidate candidate = row.candidate();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("code", candidate.code())
            .add("name", candidate.name())
            .add("school", candidate.school())
            .add("schoolName", candidate.schoolName())
            .add("rank", candidate.rank())
            .add("score", candidate.score().exact().toString())
            .add("outcome", row.outcome().name())
            .add("decided", row.decided());
    row.decision()
        .ifPresent(
            d -> json.add("reason", d.reason()).add("by", d.by()).add("at", d.at().toString()));
    if (!row.marks().reviews().isEmpty()) {
      JsonArrayBuilder marks = JSON.createArrayBuilder();
      row.marks()
          .reviews()
          .forEach(
              r ->
                  marks.add(
                      JSON.createObjectBuilder()
                          .add("reviewer", r.reviewer())
                          .add("mark", r.mark())
                          .add("remark", r.remark())));
      json.add("reviews", marks);
    }
    return json;
  }

  /** The decided lists. */
  static List<HonourList> read(String content) {
    try (JsonReader reader = JSON.createReader(new StringReader(content))) {
      return reader.readObject().getJsonArray("honours").getValuesAs(ConfirmedJson::list);
    }
  }

  private static HonourList list(JsonObject json) {
    return new HonourList(
        json.getString("code"),
        json.getString("name"),
        Arrays.stream(Of.values()).filter(o -> o.name().equals(json.getString("of"))).findFirst(),
        json.getInt("places"),
        json.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
            .filter(r -> r.getBoolean("decided"))
            .map(
                r ->
                    new Winner(
                        r.getString("code"),
                        r.getString("name"),
                        r.getString("school"),
                        r.getString("schoolName")))
            .toList());
  }
}
