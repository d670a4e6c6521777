package cloud.laurel.roster;

import static cloud.laurel.roster.RosterZip.plain;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.roster.RosterResult.RowProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad zips and bad bytes. */
class RosterArchiveTest {

  private static List<RowProblem> problems(byte[] upload) {
    return problems(new ByteArrayInputStream(upload));
  }

  private static List<RowProblem> problems(InputStream upload) {
    Problems problems = new Problems();
    try (RosterArchive archive = RosterArchive.receive(upload, problems)) {
      if (archive.isReadable()) {
        new RosterReader(Map.of(), problems).read(archive);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return problems.inFileOrder();
  }

  private static void assertOnly(byte[] upload, String file, String words) {
    assertThat(problems(upload))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.file()).isEqualTo(file);
              assertThat(p.problem()).contains(words).endsWith(".");
            });
  }

  private static byte[] replace(byte[] bytes, String from, String to) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return latin.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void validUploadsHaveNoProblems() {
    assertThat(problems(plain().toBytes())).isEmpty();
    assertThat(problems(plain().in("roster 2020/").toBytes())).isEmpty();
    assertThat(
            problems(
                plain()
                    .file("__MACOSX/._users.csv", "x")
                    .file("classes.csv", "whatever\n\"")
                    .file("docs/readme.txt", "x")
                    .toBytes()))
        .isEmpty();
  }

  @Test
  void byteOrderMarkBeforeAQuotedHeadingIsTolerated() {
    String users =
        "\uFEFF\"sourcedId\",\"orgSourcedIds\",\"role\",\"username\",\"familyName\",\"givenName\"\n"
            + "T1,S1,teacher,t1,林,一";
    assertThat(problems(plain().file("users.csv", users).toBytes())).isEmpty();
  }

  @Test
  void nothingAtAll() {
    assertOnly(new byte[0], "", "empty");
  }

  @Test
  void notAZip() {
    assertOnly("sourcedId,name".getBytes(StandardCharsets.UTF_8), "", "no zip");
  }

  @Test
  void zipWithoutFiles() {
    byte[] nothing = new byte[22];
    nothing[0] = 'P';
    nothing[1] = 'K';
    nothing[2] = 5;
    nothing[3] = 6;
    assertOnly(nothing, "", "no files");
  }

  @Test
  void truncatedZip() {
    byte[] whole = plain().toBytes();
    assertOnly(java.util.Arrays.copyOf(whole, whole.length / 2), "", "no zip");
  }

  @Test
  void damagedFile() {
    byte[] bytes = plain().file("users.csv", "x".repeat(50) + new Random(7).nextLong()).toBytes();
    String name = "users.csv";
    int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
    bytes[data + 6] ^= 0x55;
    assertOnly(bytes, "users.csv", "damaged");
  }

  @Test
  void encryptedZip() {
    byte[] bytes = plain().toBytes();
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int i = latin.indexOf("PK\1\2"); i >= 0; i = latin.indexOf("PK\1\2", i + 1)) {
      bytes[i + 8] |= 1;
    }
    assertOnly(bytes, "", "password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../users.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv"})
  void pathThatLeadsOut(String path) {
    assertOnly(plain().file(path, "x").toBytes(), path, "leads out");
  }

  @Test
  void fileInAFolderBesideOthers() {
    assertThat(problems(plain().file("old/users.csv", "x").toBytes()))
        .extracting(RowProblem::file)
        .containsExactly("old/users.csv");
  }

  @Test
  void sameFileTwice() {
    byte[] bytes = plain().file("usErs.cs_", "x").toBytes();
    assertOnly(replace(bytes, "usErs.cs_", "users.csv"), "users.csv", "more than once");
    assertOnly(plain().file("USERS.csv", "x").toBytes(), "users.csv", "more than once");
  }

  @Test
  void tooManyFiles() {
    RosterZip zip = plain();
    for (int i = 0; i < 100; i++) {
      zip.file("x" + i + ".csv", "x");
    }
    assertOnly(zip.toBytes(), "", "103 files");
  }

  @Test
  void bombIsNotExpanded() {
    byte[] zeros = new byte[40 << 20];
    assertOnly(plain().file("users.csv", zeros).toBytes(), "users.csv", "zip bomb");
    assertOnly(plain().file("classes.csv", zeros).toBytes(), "classes.csv", "zip bomb");
  }

  @Test
  void bombThatLiesAboutItsSizeIsNotExpanded() {
    byte[] bytes = plain().file("users.csv", new byte[40 << 20]).toBytes();
    byte[] lying = bytes.clone();
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    int header = latin.lastIndexOf("PK\1\2");
    // uncompressed size in the central directory
    lying[header + 24] = 10;
    lying[header + 25] = 0;
    lying[header + 26] = 0;
    lying[header + 27] = 0;
    assertThat(problems(lying))
        .singleElement()
        .satisfies(p -> assertThat(p.file()).isEqualTo("users.csv"));
  }

  @Test
  void uploadBeyondTheLimitIsNotReadOn() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'P';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'P');
            return length;
          }
        };
    assertThat(problems(endless))
        .singleElement()
        .satisfies(p -> assertThat(p.problem()).contains("64 MiB"));
  }

  @Test
  void wrongEncodingIsToldWithItsRow() {
    byte[] users =
        "sourcedId,orgSourcedIds,role,username,familyName,givenName\nT1,S1,teacher,a,L,?\n"
            .getBytes(StandardCharsets.US_ASCII);
    users[users.length - 2] = (byte) 0xFF;
    assertThat(problems(plain().file("users.csv", users).toBytes()))
        .containsExactly(wrongEncoding("users.csv", 2));
  }

  @Test
  void brokenUtf8IsNotTakenForGb18030() {
    String rows = "propertyName,value\noneroster.version,1.1\n说明,一二三四五六七八九十\n坏,";
    byte[] good = rows.getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.Arrays.copyOf(good, good.length + 2);
    broken[good.length] = (byte) 0xE4;
    broken[good.length + 1] = (byte) 0xB8;
    assertThat(problems(plain().file("manifest.csv", broken).toBytes()))
        .containsExactly(wrongEncoding("manifest.csv", 4));
  }

  @Test
  void utf16IsNotTaken() {
    byte[] users = "\uFEFFsourcedId,名".getBytes(Charset.forName("UTF-16LE"));
    assertThat(problems(plain().file("users.csv", users).toBytes()))
        .containsExactly(wrongEncoding("users.csv", 1));
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    Set<String> before = uploads();
    problems(plain().toBytes());
    problems("x".getBytes(StandardCharsets.UTF_8));
    assertThat(before).containsAll(uploads());
  }

  private static Set<String> uploads() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.startsWith("laurel-roster"))
          .collect(Collectors.toSet());
    }
  }

  private static RowProblem wrongEncoding(String file, long row) {
    return new RowProblem(
        file,
        row,
        "",
        "The text is neither UTF-8 nor GB18030 (wrong encoding); save the file as CSV UTF-8.");
  }
}
