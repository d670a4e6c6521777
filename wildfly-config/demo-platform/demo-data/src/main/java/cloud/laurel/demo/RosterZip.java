package cloud.laurel.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a roster as a OneRoster 1.1 CSV zip with manifest, orgs and users. */
final class RosterZip {

  private static final String DISTRICT = "D-01";

  private static final List<String> ABSENT =
      List.of(
          "academicSessions",
          "categories",
          "classes",
          "classResources",
          "courses",
          "courseResources",
          "demographics",
          "enrollments",
          "lineItems",
          "resources",
          "results");

  private static final String[] ORGS = {
    "sourcedId",
    "status",
    "dateLastModified",
    "name",
    "type",
    "identifier",
    "parentSourcedId",
    "metadata.aliases"
  };

  private static final String[] USERS = {
    "sourcedId",
    "status",
    "dateLastModified",
    "enabledUser",
    "orgSourcedIds",
    "role",
    "username",
    "userIds",
    "givenName",
    "familyName",
    "middleName",
    "identifier",
    "email",
    "sms",
    "phone",
    "agentSourcedIds",
    "grades",
    "password",
    "metadata.roles",
    "metadata.spaceRegisteredAt",
    "metadata.spaceActivatedAt"
  };

  private final DemoRoster roster;

  RosterZip(DemoRoster roster) {
    this.roster = roster;
  }

  /** Writes the file; the same roster gives the same bytes. */
  void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "manifest.csv", this::manifest);
      entry(zip, "orgs.csv", this::orgs);
      entry(zip, "users.csv", this::users);
    }
  }

  private interface Content {
    void print(CSVPrinter csv) throws IOException;
  }

  private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // not the time of writing, which would make every run's file different
    entry.setTimeLocal(LocalDateTime.of(2020, 9, 1, 0, 0));
    zip.putNextEntry(entry);
    Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    content.print(csv);
    csv.flush();
    zip.closeEntry();
  }

  private void manifest(CSVPrinter csv) throws IOException {
    csv.printRecord("propertyName", "value");
    csv.printRecord("manifest.version", "1.0");
    csv.printRecord("oneroster.version", "1.1");
    for (String file : ABSENT) {
      csv.printRecord("file." + file, "absent");
    }
    csv.printRecord("file.orgs", "bulk");
    csv.printRecord("file.users", "bulk");
    csv.printRecord("source.systemName", "Laurel demo");
    csv.printRecord("source.systemCode", "laurel-demo");
  }

  private void orgs(CSVPrinter csv) throws IOException {
    csv.printRecord((Object[]) ORGS);
    csv.printRecord(DISTRICT, "", "", "石首市教育局", "district", "", "", "");
    Map<String, String> central = centralSchools();
    for (String name :
        roster.schools().stream().map(DemoSchool::centralSchool).distinct().toList()) {
      if (!name.isEmpty()) {
        csv.printRecord(central.get(name), "", "", name, "local", "", DISTRICT, "");
      }
    }
    for (DemoSchool school : roster.schools()) {
      csv.printRecord(
          school.code(),
          "",
          "",
          school.name(),
          "school",
          "",
          central.getOrDefault(school.centralSchool(), DISTRICT),
          school.aliases());
    }
  }

  /** Codes of all central schools by name, the same in a roster of only some schools. */
  private static Map<String, String> centralSchools() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (DemoSchool school : DemoSchool.all()) {
      if (!school.centralSchool().isEmpty()) {
        codes.putIfAbsent(school.centralSchool(), "C-%02d".formatted(codes.size() + 1));
      }
    }
    return codes;
  }

  private void users(CSVPrinter csv) throws IOException {
    csv.printRecord((Object[]) USERS);
    for (DemoPerson person : roster.people()) {
      csv.printRecord(
          person.id(),
          "",
          "",
          "true",
          person.school(),
          person.kind().role(),
          person.username(),
          "",
          person.name().given(),
          person.name().family(),
          "",
          "",
          "",
          "",
          "",
          "",
          person.grade() == 0 ? "" : "%02d".formatted(person.grade()),
          "",
          person.kind().roles(),
          morning(person.registered()),
          morning(person.activated()));
    }
  }

  private static String morning(Optional<LocalDate> day) {
    return day.map(d -> d + "T09:00:00+08:00").orElse("");
  }
}
