package cloud.laurel.input;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.input.Attachment.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttachmentRuleTest {

  @Test
  void contentTellsTheType() {
    assertThat(AttachmentRule.typeOf(TestFiles.png())).contains(Type.PNG);
    assertThat(AttachmentRule.typeOf(TestFiles.jpeg())).contains(Type.JPEG);
    assertThat(AttachmentRule.typeOf(TestFiles.pdf())).contains(Type.PDF);
    assertThat(AttachmentRule.typeOf(TestFiles.docx())).contains(Type.DOCX);
  }

  static Stream<byte[]> impostors() {
    byte[] png = TestFiles.png();
    byte[] jpeg = TestFiles.jpeg();
    byte[] noArea = png.clone();
    Arrays.fill(noArea, 16, 20, (byte) 0);
    byte[] farChunk = png.clone();
    farChunk[33] = (byte) 0x7f;
    byte[] backwards = png.clone();
    backwards[33] = (byte) 0xff;
    return Stream.of(
        new byte[0],
        new byte[] {(byte) 0xff, (byte) 0xd8},
        TestFiles.ascii("<html><script>alert(1)</script>"),
        TestFiles.ascii("GIF89a"),
        TestFiles.ascii("MZ\u0090\0 %PDF-1.4 %%EOF"),
        TestFiles.ascii("%PDF-1.4\nand nothing more"),
        TestFiles.ascii("%PDF-9"),
        Arrays.copyOf(png, 8),
        Arrays.copyOf(png, png.length - 12),
        noArea,
        farChunk,
        backwards,
        Arrays.copyOf(jpeg, 20),
        Arrays.copyOf(jpeg, jpeg.length - 2),
        TestFiles.ascii("\u00ff\u00d8\u00ff\u00e0<html>\u00ff\u00d9"),
        TestFiles.zip("a.txt"),
        TestFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        Arrays.copyOf(TestFiles.docx(), TestFiles.docx().length - 30),
        TestFiles.ascii("PK\u0003\u0004 word/document.xml"));
  }

  @ParameterizedTest
  @MethodSource("impostors")
  void whatOnlyBeginsLikeOneIsNone(byte[] content) {
    assertThat(AttachmentRule.typeOf(content)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "photo.png, PNG, photo.png",
    "photo.PNG, PNG, photo.png",
    "photo.jpeg, JPEG, photo.jpg",
    "C:\\Users\\x\\截图 一.png, PNG, 截图 一.png",
    "../../etc/passwd, PDF, passwd.pdf",
    "invoice.exe, PNG, invoice.exe.png",
    "'a\"b<c>.pdf', PDF, a b c.pdf",
    "'\u202Egnp.exe', PNG, gnp.exe.png",
    "'', PDF, attachment.pdf",
    ".png, PNG, attachment.png"
  })
  void namesAreTidiedAndEndAsTheirType(String given, Type type, String name) {
    assertThat(AttachmentRule.nameOf(given, type)).isEqualTo(name);
  }

  @Test
  void longNamesAreCut() {
    assertThat(AttachmentRule.nameOf("𫖯".repeat(300) + ".png", Type.PNG))
        .isEqualTo("𫖯".repeat(100) + ".png");
  }
}
