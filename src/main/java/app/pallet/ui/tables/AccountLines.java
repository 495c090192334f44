package app.pallet.ui.tables;

import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** What is told of a table, a line for each sentence. FX thread. */
final class AccountLines {

  private AccountLines() {}

  /** What is promised, or why the table can only be read, and below it what else there is. */
  static List<Node> of(TableAccount table) {
    Feather icon = table.editable() ? Feather.CHECK : Feather.LOCK;
    return Stream.<Node>concat(
            table.promises().stream().map(promise -> line(promise, icon, "tables-promise")),
            table.notes().stream().map(note -> line(note, Feather.MINUS, "tables-remark")))
        .toList();
  }

  private static Label line(String sentence, Feather icon, String styleClass) {
    Label line = Labels.wrapped(sentence, styleClass);
    line.setGraphic(Icons.of(icon, "muted"));
    return line;
  }
}
