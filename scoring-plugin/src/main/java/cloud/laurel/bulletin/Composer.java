package cloud.laurel.bulletin;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a bulletin begins with: blocks and words for a campaign, its figures by name. */
final class Composer {

  private final JsonObject template;

  Composer() {
    try (InputStream in =
        Objects.requireNonNull(Composer.class.getResourceAsStream("template.json"))) {
      template = BulletinJson.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Content compose(Campaign campaign) {
    UnaryOperator<String> words = text -> filled(text, campaign);
    List<Part> parts =
        BulletinJson.parts(template).stream()
            .flatMap(
                part ->
                    part.kind() == Part.Kind.HONOURS
                        ? campaign.honours().stream()
                            .filter(h -> h.of().isPresent())
                            .map(this::list)
                        : Stream.of(
                            new Part(
                                part.kind(),
                                part.head(),
                                words.apply(part.text()),
                                part.code(),
                                part.number(),
                                part.unordered())))
            .toList();
    return new Content(
        campaign.organizer(),
        "",
        words.apply(template.getString("title")),
        Optional.empty(),
        parts);
  }

  private Part list(Honour honour) {
    boolean unordered = honour.of().filter(of -> of == Honour.Of.ADMINISTRATOR).isPresent();
    return new Part(Part.Kind.HONOURS, "", "", honour.code(), Part.MOST_COLUMNS, unordered);
  }

  private static String filled(String text, Campaign campaign) {
    String document = campaign.document().isBlank() ? "" : "（" + campaign.document() + "）";
    return text.replace("[organizer]", campaign.organizer())
        .replace("[title]", campaign.title())
        .replace("[document]", document);
  }
}
