package cloud.laurel.roster;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Counts what does not decode, chunk by chunk; keeps nothing of the text. */
final class StrictDecoder {

  private final CharsetDecoder decoder;
  private final CharBuffer chars = CharBuffer.allocate(1 << 13);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private long line = 1;
  private long errors;
  private long firstErrorLine;
  private long beyondAscii;

  StrictDecoder(Charset charset) {
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  void add(byte[] bytes, int length) {
    ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
    all.put(rest).put(bytes, 0, length).flip();
    decode(all, false);
    rest = all;
  }

  void finish() {
    decode(rest, true);
  }

  private void decode(ByteBuffer bytes, boolean last) {
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, last);
      count();
      if (result.isError()) {
        errors++;
        firstErrorLine = firstErrorLine == 0 ? line : firstErrorLine;
        bytes.position(bytes.position() + result.length());
      } else if (result.isUnderflow()) {
        return;
      }
    }
  }

  private void count() {
    chars.flip();
    while (chars.hasRemaining()) {
      char c = chars.get();
      if (c == '\n') {
        line++;
      } else if (c > 0x7F) {
        beyondAscii++;
      }
    }
    chars.clear();
  }

  /** Sequences that do not decode. */
  long errors() {
    return errors;
  }

  /** Line of the first of them; 0 when there is none. */
  long firstErrorLine() {
    return firstErrorLine;
  }

  /** Characters that decoded and are not ASCII. */
  long beyondAscii() {
    return beyondAscii;
  }
}
