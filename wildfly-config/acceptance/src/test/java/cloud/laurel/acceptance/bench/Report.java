package cloud.laurel.acceptance.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The benchmark's figures, as a table and as JSON. */
final class Report {

  private final List<Figure> figures = new ArrayList<>();

  /**
   * One figure.
   *
   * @param name what was measured
   * @param value a ratio, unless the unit says otherwise
   * @param unit of the value
   * @param aim what it should be
   * @param detail the absolute numbers of this run
   */
  record Figure(String name, double value, String unit, String aim, String detail) {}

  void add(String name, double value, String unit, String aim, String detail) {
    figures.add(new Figure(name, value, unit, aim, detail));
  }

  static double median(double... values) {
    return percentile(values, 50);
  }

  static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  String table() {
    StringBuilder text = new StringBuilder();
    row(text, "what", "value", "aim", "in this run");
    for (Figure f : figures) {
      String value = String.format(Locale.ROOT, "%.2f %s", f.value(), f.unit());
      row(text, f.name(), value, f.aim(), f.detail());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String... cells) {
    text.append(String.format(Locale.ROOT, "%-52s %12s  %-22s %s%n", (Object[]) cells));
  }

  JsonObject json() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Figure f : figures) {
      array.add(
          Json.createObjectBuilder()
              .add("name", f.name())
              .add("value", f.value())
              .add("unit", f.unit())
              .add("aim", f.aim())
              .add("detail", f.detail()));
    }
    return Json.createObjectBuilder().add("figures", array).build();
  }
}
