package app.pallet.ui.table.editing;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Edits a day: a line to type it in any usual form, over a calendar. A picker itself would drop
 * what it can't read, so only its calendar is used.
 */
final class DateEditor implements CellEditor {

  private final Column column;
  private final DatePicker picker = new DatePicker();
  private final DropDown box;
  private final TextField field;

  /**
   * An editor for one cell.
   *
   * @param onPick told when a day was clicked, which ends the edit
   */
  DateEditor(Column column, Runnable onPick) {
    this.column = column;
    DatePickerSkin skin = new DatePickerSkin(picker);
    picker.setSkin(skin);
    Node calendar = skin.getPopupContent();
    calendar.setId("calendar");
    box = new DropDown(calendar);
    field = box.field();
    picker
        .valueProperty()
        .addListener((property, before, now) -> {
          if (now != null && !now.equals(read())) {
            field.setText(now.toString());
            onPick.run();
          }
        });
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void start(String text, Start start) {
    field.setText(text);
    box.showBody(start == Start.OPENED);
    LocalDate day = read();
    if (day != null) {
      picker.setValue(day);
    }
    field.requestFocus();
    field.end();
  }

  @Override
  public Optional<ObservableValue<String>> typed() {
    return Optional.of(field.textProperty());
  }

  @Override
  public String text() {
    return field.getText();
  }

  @Override
  public void attach(HPos side, VPos end) {
    box.attach(side, end);
  }

  private @Nullable LocalDate read() {
    return CellParser.parse(column, field.getText(), CellFormat.PLAIN)
            instanceof CellReading.Value(LocalDate day)
        ? day
        : null;
  }
}
