package cloud.laurel.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The templates that Laurel brings along. A changed one gets a file, a version and an id of its own
 * beside the old one, which certificates may name.
 */
public final class ShippedTemplates {

  /** Red and gold, wide, as schools hang it. */
  public static final Template FORMAL = shipped(-4, "formal", 2, Optional.empty());

  /** Upright, little ornament. */
  public static final Template PLAIN = shipped(-5, "plain", 2, Optional.empty());

  /** Chinese and English, wide. */
  public static final Template BILINGUAL = shipped(-6, "bilingual", 2, Optional.empty());

  /** Those that new certificates are printed with. */
  public static final List<Template> CURRENT = List.of(FORMAL, PLAIN, BILINGUAL);

  private static final Optional<Instant> SECOND =
      Optional.of(Instant.parse("2026-11-22T00:00:00Z"));

  /** All of them, newest versions first. */
  public static final List<Template> ALL =
      Stream.concat(
              CURRENT.stream(),
              Stream.of(
                  shipped(-1, "formal", 1, SECOND),
                  shipped(-2, "plain", 1, SECOND),
                  shipped(-3, "bilingual", 1, SECOND)))
          .toList();

  private ShippedTemplates() {}

  /** What a version that Laurel brings along was replaced with, itself where it was not. */
  static Template newest(Template template) {
    return CURRENT.stream()
        .filter(current -> template.isShipped() && current.name().equals(template.name()))
        .findFirst()
        .orElse(template);
  }

  private static Template shipped(long id, String name, int version, Optional<Instant> retired) {
    String file = name + "-" + version + ".xml";
    try (InputStream in =
        Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(file), file)) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Template(id, name, version, source, Optional.empty(), retired);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
