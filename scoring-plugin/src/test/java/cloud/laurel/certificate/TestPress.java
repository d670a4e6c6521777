package cloud.laurel.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Prints words instead of pages; can be told to fail. It has no letter ☃ and cannot set Tibetan.
 */
final class TestPress implements CertificatePress {

  final Queue<CertificateNumber> made = new ConcurrentLinkedQueue<>();
  final Map<CertificateNumber, StatusEntry> statuses = new ConcurrentHashMap<>();
  volatile Optional<String> obstacle = Optional.empty();
  volatile String fails = "";

  @Override
  public Made make(CertificateNumber number, Printed printed, Design design, StatusEntry status) {
    if (printed.name().equals(fails)) {
      throw new IllegalStateException("no ink");
    }
    made.add(number);
    statuses.put(number, status);
    String page = number.text() + "\n" + printed;
    return new Made(page.getBytes(StandardCharsets.UTF_8), "jwt " + number.code(), "", "key-1");
  }

  @Override
  public List<String> unprintable(String text) {
    return text.codePoints()
        .filter(c -> c == '☃' || Character.UnicodeScript.of(c) == Character.UnicodeScript.TIBETAN)
        .mapToObj(Character::toString)
        .toList();
  }

  @Override
  public Optional<String> obstacle() {
    return obstacle;
  }

  @Override
  public boolean demo() {
    return false;
  }
}
