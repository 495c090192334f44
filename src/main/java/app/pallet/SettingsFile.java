package app.pallet;

import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.tables.TablePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings as a small JSON file. It is a convenience, never a reason not to start: what can't
 * be read is taken from the defaults, with a complaint for the log.
 */
final class SettingsFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path file;

  /** Settings in a file that need not be there yet. */
  SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param settings the settings, or the defaults
   * @param complaint why it is the defaults, as the user reads it; empty where all is well
   */
  record Reading(Settings settings, Optional<String> complaint) {}

  /**
   * Reads the file. A setting that isn't in it, such as one newer than the file, has its default.
   */
  Reading read() {
    if (Files.notExists(file)) {
      return new Reading(Settings.DEFAULT, Optional.empty());
    }
    try {
      ObjectNode merged = JSON.valueToTree(Settings.DEFAULT);
      ObjectNode stored = JSON.readValue(Files.readString(file), ObjectNode.class);
      update(stored);
      merge(merged, stored);
      return new Reading(JSON.treeToValue(merged, Settings.class), Optional.empty());
    } catch (IOException | JacksonException e) {
      return new Reading(
          Settings.DEFAULT,
          Optional.of("The settings in " + file + " can't be read, so Pallet starts without them"));
    }
  }

  /**
   * Earlier, only the path of the last catalogue was kept, a view had one column to sort by, and no
   * height of the rows was kept.
   */
  private static void update(ObjectNode stored) {
    String catalogue = stored.path("catalogue").asString("");
    if (!catalogue.isEmpty() && !stored.has("recent")) {
      RecentTables recent = RecentTables.NONE.opening(TablePlace.of(Path.of(catalogue)));
      stored.set("recent", JSON.valueToTree(recent));
    }
    stored
        .path("recent")
        .path("tables")
        .forEach(table -> {
          if (table instanceof ObjectNode each && !each.has("rows")) {
            each.put("rows", RowHeight.NORMAL.name());
          }
        });
    for (JsonNode of : stored.path("views").path("catalogues")) {
      for (JsonNode view : of.path("views")) {
        if (view instanceof ObjectNode old && old.path("sort").isString()) {
          String column = old.path("sort").stringValue();
          JsonNode direction = old.remove("direction");
          ArrayNode sort = old.putArray("sort");
          if (!column.isEmpty()) {
            sort.addObject().put("column", column).set("direction", direction);
          }
        }
      }
    }
  }

  /** Puts what is stored over the defaults; what has parts is put in part by part. */
  private static void merge(ObjectNode defaults, ObjectNode stored) {
    stored.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode part && defaults.get(name) instanceof ObjectNode whole) {
        merge(whole, part);
      } else {
        defaults.set(name, value);
      }
    });
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws IOException if it can't be written; what was there is still there then
   */
  void write(Settings settings) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, JSON.writeValueAsString(settings));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
