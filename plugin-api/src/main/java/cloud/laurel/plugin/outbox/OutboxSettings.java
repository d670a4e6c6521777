package cloud.laurel.plugin.outbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where actions are kept until the plugins have them; the same on every deployment of a server.
 *
 * @param datasource key {@code laurel.outbox.datasource}: JNDI name of the platform's datasource,
 *     the one its own transactions use, so that outbox and platform commit together; default
 *     {@value #DATASOURCE}
 * @param plugins key {@code laurel.outbox.plugins}: names of the plugins for which actions are
 *     kept, separated by commas; 1 to 16 names of 1 to 64 letters, digits, {@code . _ -}; default
 *     {@value #PLUGIN}
 * @param createTable key {@code laurel.outbox.create-table}: whether the table {@code
 *     laurel_outbox} is created when it is missing; {@code true} (default) or {@code false}
 * @param spool key {@code laurel.spool.dir}: folder on a local disk for actions whose outbox row
 *     could not be written; default {@code laurel-spool} in the server's data folder
 */
public record OutboxSettings(
    String datasource, List<String> plugins, boolean createTable, Path spool) {

  static final String DATASOURCE = "java:jboss/datasources/PlatformDS";
  static final String PLUGIN = "laurel";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MAX_PLUGINS = 16;

  /** Copies the list. */
  public OutboxSettings {
    plugins = List.copyOf(plugins);
  }

  /** Reads the settings; problems stay with the reader and the default stands in. */
  public static OutboxSettings read(SettingsReader reader) {
    String key = "laurel.outbox.plugins";
    List<String> plugins =
        Arrays.stream(reader.text(key).orElse(PLUGIN).split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (plugins.isEmpty()
        || plugins.size() > MAX_PLUGINS
        || !plugins.stream().allMatch(name -> NAME.matcher(name).matches())) {
      reader.problem(
          key, "must be 1 to 16 names of 1 to 64 letters, digits, '.', '_', '-', with commas");
      plugins = List.of(PLUGIN);
    }
    return new OutboxSettings(
        reader.text("laurel.outbox.datasource").orElse(DATASOURCE),
        plugins,
        reader.flag("laurel.outbox.create-table", true),
        reader.text("laurel.spool.dir").map(Path::of).orElseGet(OutboxSettings::standardSpool));
  }

  private static Path standardSpool() {
    String data = System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
    return Path.of(data, "laurel-spool");
  }
}
