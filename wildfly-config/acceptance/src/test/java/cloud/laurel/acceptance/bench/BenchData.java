package cloud.laurel.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A city of invented teachers and what they do, the same in every run but for the ids. */
final class BenchData {

  private static final int SCHOOLS = 66;
  private static final int TEACHERS = 57;
  private static final Instant FROM = Instant.parse("2020-12-01T00:00:00Z");
  private static final List<String> TYPES =
      List.of(
          "lesson.prepared",
          "resource.uploaded",
          "homework.assigned",
          "marks.created",
          "evaluation.completed",
          "notice.published",
          "activity.published",
          "research-group.joined");

  private final Random random = new Random(20201201);

  /** One action. */
  record Action(String id, String type, String actor, Instant occurredAt) {
    String json() {
      return "{\"id\":\"%s\",\"type\":\"%s\",\"actor\":\"%s\",\"occurredAt\":\"%s\"}"
          .formatted(id, type, actor, occurredAt);
    }
  }

  /** Another action: any teacher, any of 150 days. */
  Action next() {
    return new Action(
        UUID.randomUUID().toString(),
        TYPES.get(random.nextInt(TYPES.size())),
        "t" + random.nextInt(SCHOOLS * TEACHERS),
        FROM.plusSeconds(random.nextInt(150 * 86_400)));
  }

  /** Writes the folder from which the server imports roster and campaign. */
  static void writeImport(Path folder, Path campaign) throws IOException {
    Files.createDirectories(folder.resolve("campaigns"));
    Files.createDirectories(folder.resolve("rosters"));
    Files.copy(campaign, folder.resolve("campaigns/campaign-2020.json"));
    try (ZipOutputStream zip =
        new ZipOutputStream(
            Files.newOutputStream(folder.resolve("rosters/2020-09-01.zip")),
            StandardCharsets.UTF_8)) {
      file(
          zip,
          "manifest.csv",
          "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
              + "file.orgs,bulk\nfile.users,bulk\n");
      StringBuilder orgs = new StringBuilder("sourcedId,name,type,parentSourcedId\n");
      StringBuilder users =
          new StringBuilder(
              "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades,"
                  + "metadata.roles,metadata.spaceRegisteredAt,metadata.spaceActivatedAt\n");
      for (int school = 0; school < SCHOOLS; school++) {
        orgs.append("s%1$d,School %1$d,school,%n".formatted(school));
        for (int i = school * TEACHERS; i < (school + 1) * TEACHERS; i++) {
          users.append("t%1$d,true,s%2$d,teacher,t%1$d,Given,Family,,,,%n".formatted(i, school));
        }
      }
      file(zip, "orgs.csv", orgs.toString());
      file(zip, "users.csv", users.toString());
    }
  }

  private static void file(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
