package app.pallet.ui.commit;

import app.pallet.commit.TransactionScope;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses what a transaction spans; its menu says what each choice means for the user's rows. */
final class ScopeMenu extends MenuButton {

  ScopeMenu(ObjectProperty<TransactionScope> scope) {
    textProperty().bind(Bindings.createStringBinding(() -> CommitWording.name(scope.get()), scope));
    Buttons.name(this, "transaction-scope", "What one transaction spans");
    getStyleClass().add("scope-menu");
    setMinWidth(Region.USE_PREF_SIZE);
    setPopupSide(Side.BOTTOM);
    for (TransactionScope each : TransactionScope.values()) {
      getItems().add(item(each, scope));
    }
  }

  private static MenuItem item(TransactionScope each, ObjectProperty<TransactionScope> scope) {
    FontIcon check = Icons.of(Feather.CHECK);
    check.visibleProperty().bind(scope.isEqualTo(each));
    Label name = new Label(CommitWording.name(each));
    name.getStyleClass().add("choice-name");
    Label meaning = new Label(CommitWording.explain(each));
    meaning.getStyleClass().add("choice-meaning");
    HBox content = new HBox(check, new VBox(name, meaning));
    content.getStyleClass().add("choice");
    CustomMenuItem item = new CustomMenuItem(content);
    item.setId("scope-" + CommitWording.slug(each));
    item.setOnAction(event -> scope.set(each));
    return item;
  }
}
