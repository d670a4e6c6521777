package cloud.laurel.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds a OneRoster zip of schools and people by hand. */
public final class TestRoster {

  private final StringBuilder orgs = new StringBuilder("sourcedId,name,type,parentSourcedId\n");
  private final StringBuilder users =
      new StringBuilder(
          "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades,"
              + "metadata.roles,metadata.spaceRegisteredAt,metadata.spaceActivatedAt,email\n");

  /** A school. */
  public TestRoster school(String code) {
    orgs.append(code).append(",School ").append(code).append(",school,\n");
    return this;
  }

  /** A central school. */
  public TestRoster central(String code) {
    orgs.append(code).append(",Central ").append(code).append(",local,\n");
    return this;
  }

  /** A school under a central school. */
  public TestRoster school(String code, String central) {
    orgs.append(code).append(",School ").append(code).append(",school,").append(central);
    orgs.append('\n');
    return this;
  }

  /** Teachers with a registered space. */
  public TestRoster teachers(String school, String... accounts) {
    for (String account : accounts) {
      user(account, school, "teacher", "", "", "2020-09-01T00:00:00+08:00");
    }
    return this;
  }

  /** Administrators with a registered space. */
  public TestRoster administrators(String school, String... accounts) {
    for (String account : accounts) {
      user(account, school, "administrator", "", "", "2020-09-01T00:00:00+08:00");
    }
    return this;
  }

  /** Somebody who teaches and administers. */
  public TestRoster both(String school, String account) {
    return user(account, school, "teacher", "", "teacher|administrator", "");
  }

  /** A teacher with a mail address. */
  public TestRoster mailed(String school, String account, String email) {
    return user(account, school, "teacher", "", "", "", email);
  }

  /** A teacher without a space. */
  public TestRoster unregistered(String school, String account) {
    return user(account, school, "teacher", "", "", "");
  }

  /** Pupils of a grade, without spaces. */
  public TestRoster pupils(String school, int grade, String... accounts) {
    for (String account : accounts) {
      user(account, school, "student", String.format("%02d", grade), "", "");
    }
    return this;
  }

  /**
   * Somebody in every detail.
   *
   * @param roles the main one first
   * @param grade 0 for everybody but pupils
   * @param registered a time, or empty
   */
  public TestRoster person(
      String account,
      List<String> schools,
      List<String> roles,
      int grade,
      String registered,
      String activated) {
    users.append(
        String.join(
                ",",
                account,
                "true",
                '"' + String.join(",", schools) + '"',
                roles.get(0),
                grade > 0 ? "" : account,
                "Given " + account,
                "Family",
                grade > 0 ? String.format("%02d", grade) : "",
                String.join("|", roles),
                registered,
                activated,
                "")
            + "\n");
    return this;
  }

  private TestRoster user(
      String account, String school, String role, String grade, String roles, String registered) {
    return user(account, school, role, grade, roles, registered, "");
  }

  private TestRoster user(
      String account,
      String school,
      String role,
      String grade,
      String roles,
      String registered,
      String email) {
    users.append(
        String.join(
                ",",
                account,
                "true",
                school,
                role,
                role.equals("student") ? "" : account,
                "Given " + account,
                "Family",
                grade,
                roles,
                registered,
                registered,
                email)
            + "\n");
    return this;
  }

  /** The zip. */
  public InputStream zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      file(
          zip,
          "manifest.csv",
          "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
              + "file.orgs,bulk\nfile.users,bulk\n");
      file(zip, "orgs.csv", orgs.toString());
      file(zip, "users.csv", users.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void file(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
