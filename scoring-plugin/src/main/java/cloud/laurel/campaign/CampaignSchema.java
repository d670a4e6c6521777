package cloud.laurel.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (2020-12) of the format that campaigns are written in. */
public final class CampaignSchema {

  private static final String FILE = "campaign.schema.json";

  private CampaignSchema() {}

  /** The schema's text. */
  public static String text() {
    try (InputStream in = Objects.requireNonNull(CampaignSchema.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
