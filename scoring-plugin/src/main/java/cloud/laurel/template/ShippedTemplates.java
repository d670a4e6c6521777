package cloud.laurel.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The templates that Laurel brings along. A changed one gets a file, a version and an id of its own
 * beside the old one, which certificates may name.
 */
public final class ShippedTemplates {

  /** Red and gold, wide, as schools hang it. */
  public static final Template FORMAL = shipped(-1, "formal", 1);

  /** Upright, little ornament. */
  public static final Template PLAIN = shipped(-2, "plain", 1);

  /** Chinese and English, wide. */
  public static final Template BILINGUAL = shipped(-3, "bilingual", 1);

  /** All of them, newest versions first. */
  public static final List<Template> ALL = List.of(FORMAL, PLAIN, BILINGUAL);

  private ShippedTemplates() {}

  private static Template shipped(long id, String name, int version) {
    String file = name + "-" + version + ".xml";
    try (InputStream in =
        Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(file), file)) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Template(id, name, version, source, Optional.empty(), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
