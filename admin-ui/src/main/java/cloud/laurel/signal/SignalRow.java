package cloud.laurel.signal;

import cloud.laurel.signal.Signal.Subject;
import cloud.laurel.web.Texts;
import java.util.List;

/**
 * A signal in plain words.
 *
 * @param subject whom or what it concerns
 * @param saying what was seen, in one sentence
 * @param school the school whose people it concerns, empty when there are several
 * @param schoolCode its code, empty without one
 * @param fresh whether nobody has looked at it
 */
public record SignalRow(
    long id,
    Kind kind,
    String subject,
    String saying,
    String school,
    String schoolCode,
    String severity,
    String firstDay,
    String lastDay,
    boolean fresh) {

  static SignalRow of(Signal signal, Texts text) {
    return new SignalRow(
        signal.id(),
        signal.kind(),
        subject(signal, text),
        saying(signal.evidence(), text),
        signal.school().map(Signal.School::name).orElse(""),
        signal.school().map(Signal.School::code).orElse(""),
        signal.severity().toPlainString(),
        signal.firstDay().toString(),
        signal.lastDay().toString(),
        signal.state() == Signal.State.NEW);
  }

  /** A device's number says nothing without the word; of several people the first is named. */
  private static String subject(Signal signal, Texts text) {
    int people = signal.evidence().accounts().size();
    if (signal.subject().type() == Subject.Type.ACCOUNT && people > 1) {
      return text.of("signals.andOthers", signal.name(), people);
    }
    return signal.kind() == Kind.ONE_HAND && signal.subject().type() == Subject.Type.OBJECT
        ? text.of("signals.place." + signal.aspect(), signal.name())
        : signal.name();
  }

  private static String saying(Evidence evidence, Texts text) {
    List<String> numbers = evidence.facts().values().stream().map(text::number).toList();
    return text.filled("signals.say." + evidence.form(), numbers);
  }
}
