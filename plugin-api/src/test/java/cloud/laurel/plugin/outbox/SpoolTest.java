package cloud.laurel.plugin.outbox;

import static cloud.laurel.plugin.outbox.Actions.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.plugin.PlatformAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  @TempDir Path folder;
  private final List<PlatformAction> taken = new ArrayList<>();

  @Test
  void whatIsAppendedIsDrainedOnce() throws IOException {
    Spool spool = Spool.in(folder.resolve("new"));
    assertThat(spool.inUse()).isFalse();
    spool.append(action("a"));
    spool.append(action("b"));
    assertThat(spool.inUse()).isTrue();
    assertThat(spool.drain(taken::addAll)).isEqualTo(2);
    assertThat(spool.drain(taken::addAll)).isZero();
    assertThat(taken).containsExactly(action("a"), action("b"));
    assertThat(spool.inUse()).isFalse();
  }

  @Test
  void lineTornByCrashIsKeptAsideAndCostsNoOther() throws IOException {
    Spool spool = Spool.in(folder);
    spool.append(action("a"));
    Files.writeString(
        folder.resolve("actions.jsonl"), "{\"id\":\"torn\",\"ty", StandardOpenOption.APPEND);
    spool.append(action("b"));
    Files.writeString(folder.resolve("actions.jsonl"), "{\"id", StandardOpenOption.APPEND);
    assertThat(spool.drain(taken::addAll)).isEqualTo(2);
    assertThat(taken).containsExactly(action("a"), action("b"));
    assertThat(spool.hasUnreadable()).isTrue();
    assertThat(Files.readString(folder.resolve("unreadable.jsonl")))
        .contains("torn")
        .contains("{\"id");
  }

  @Test
  void failedDrainKeepsAllAndLaterActionsFollow() throws IOException {
    Spool spool = Spool.in(folder);
    spool.append(action("a"));
    assertThatThrownBy(
            () ->
                spool.drain(
                    actions -> {
                      throw new IOException("away");
                    }))
        .hasMessage("away");
    spool.append(action("b"));
    assertThat(spool.drain(taken::addAll)).isEqualTo(2);
    assertThat(taken).containsExactly(action("a"), action("b"));
  }

  @Test
  void folderThatCannotBeMadeIsNotWritable() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Spool.in(file.resolve("below")).writable()).isFalse();
  }
}
