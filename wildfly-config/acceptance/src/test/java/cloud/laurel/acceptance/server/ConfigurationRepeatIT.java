package cloud.laurel.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.server.Configure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** An operator may run every CLI file again: the second time nothing changes. */
class ConfigurationRepeatIT {

  private static final Path HOME = Path.of("../server/target/server").toAbsolutePath().normalize();

  @TempDir private Path base;

  @Test
  void secondRunOfEveryFileChangesNothing() throws Exception {
    copyBase();
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(8);
    Path standalone = base.resolve("configuration/standalone.xml");
    Files.copy(
        base.resolve("configuration/standalone.provisioned.xml"),
        standalone,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    List<String> provisioned = elements(Files.readString(standalone));
    Configure.apply(HOME, base, files);
    List<String> once = elements(Files.readString(standalone));
    Configure.apply(HOME, base, files);
    List<String> twice = elements(Files.readString(standalone));

    assertThat(once).isNotEqualTo(provisioned);
    assertThat(twice).isEqualTo(once);
  }

  /** The files as they are shipped, in the build's order: by number, the plugin's before 80. */
  private static List<Path> files() throws IOException {
    Path shipped = HOME.resolve("docs/laurel");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> numbered = Files.list(shipped)) {
      numbered.filter(f -> f.getFileName().toString().matches("\\d+-.*\\.cli")).forEach(files::add);
    }
    files.sort(null);
    files.add(files.size() - 1, shipped.resolve("plugin-api.cli"));
    return files;
  }

  private void copyBase() throws IOException {
    Path from = HOME.resolve("standalone/configuration");
    Path to = Files.createDirectories(base.resolve("configuration"));
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Files.copy(entry, to.resolve(entry.getFileName()));
      }
    }
  }

  /** Every element with its attributes by name, because the server writes them in any order. */
  private static List<String> elements(String xml) throws Exception {
    List<String> lines = new ArrayList<>();
    collect(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement(),
        "",
        lines);
    return lines;
  }

  private static void collect(Element element, String indent, List<String> lines) {
    List<String> attributes = new ArrayList<>();
    NamedNodeMap map = element.getAttributes();
    for (int i = 0; i < map.getLength(); i++) {
      attributes.add(map.item(i).getNodeName() + "=" + map.item(i).getNodeValue());
    }
    attributes.sort(null);
    String text =
        element.getElementsByTagName("*").getLength() == 0 ? element.getTextContent() : "";
    lines.add(indent + element.getTagName() + attributes + text.strip());
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        collect(child, indent + " ", lines);
      }
    }
  }
}
