package cloud.laurel.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds uploads: a valid small one by default, every part of it replaceable. */
final class RosterZip {

  static final String MANIFEST =
      """
      propertyName,value
      manifest.version,1.0
      oneroster.version,1.1
      file.orgs,bulk
      file.users,bulk
      file.classes,absent
      """;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> orgs = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private String orgHeading = "sourcedId,name,type,parentSourcedId";
  private String userHeading = "sourcedId,orgSourcedIds,role,username,familyName,givenName,grades";
  private Charset charset = StandardCharsets.UTF_8;
  private String folder = "";

  private RosterZip() {
    files.put("manifest.csv", bytes(MANIFEST));
    files.put("orgs.csv", new byte[0]);
    files.put("users.csv", new byte[0]);
  }

  /** Without orgs and users. */
  static RosterZip empty() {
    return new RosterZip();
  }

  /** A district with the given schools. */
  static RosterZip ofSchools(String... codes) {
    RosterZip zip = new RosterZip().org("D,示范区,district,");
    for (String code : codes) {
      zip.org(code + ",第" + code + "小学,school,D");
    }
    return zip;
  }

  /** School S1 with one teacher in row 2. */
  static RosterZip plain() {
    return ofSchools("S1").teacher("T1", "S1");
  }

  RosterZip org(String row) {
    orgs.add(row);
    return this;
  }

  RosterZip orgHeading(String heading) {
    orgHeading = heading;
    return this;
  }

  RosterZip user(String row) {
    users.add(row);
    return this;
  }

  RosterZip userHeading(String heading) {
    userHeading = heading;
    return this;
  }

  RosterZip teacher(String account, String schools) {
    return person(account, schools, "teacher", "");
  }

  RosterZip administrator(String account, String schools) {
    return person(account, schools, "administrator", "");
  }

  RosterZip pupil(String account, String schools, String grade) {
    return person(account, schools, "student", grade);
  }

  private RosterZip person(String account, String schools, String role, String grade) {
    String user = "u-" + account;
    return user("%s,\"%s\",%s,%s,林,测%s,%s".formatted(account, schools, role, user, account, grade));
  }

  RosterZip file(String name, String text) {
    return file(name, bytes(text));
  }

  RosterZip file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  RosterZip without(String name) {
    files.remove(name);
    return this;
  }

  RosterZip in(String commonFolder) {
    folder = commonFolder;
    return this;
  }

  RosterZip encoded(Charset other) {
    charset = other;
    return this;
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GB18030"))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(folder + file.getKey()));
        zip.write(content(file.getKey(), file.getValue()));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  InputStream toStream() {
    return new ByteArrayInputStream(toBytes());
  }

  private byte[] content(String name, byte[] given) {
    if (given.length > 0) {
      return given;
    }
    return switch (name) {
      case "orgs.csv" -> table(orgHeading, orgs);
      case "users.csv" -> table(userHeading, users);
      default -> given;
    };
  }

  private byte[] table(String heading, List<String> rows) {
    return (heading + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(charset);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
