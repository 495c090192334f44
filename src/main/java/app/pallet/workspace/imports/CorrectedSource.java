package app.pallet.workspace.imports;

import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.imports.ImportChoices.CellPlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source in which the user has corrected some cells. */
final class CorrectedSource implements TabularSource {

  private final TabularSource source;
  private final Map<Long, Map<Integer, String>> byLine = new HashMap<>();

  CorrectedSource(TabularSource source, Map<CellPlace, String> corrections) {
    this.source = source;
    corrections.forEach((place, text) ->
        byLine
            .computeIfAbsent(place.line(), line -> new HashMap<>())
            .put(place.sourceColumn(), text));
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public SourceFormat format() {
    return source.format();
  }

  @Override
  public List<String> header() {
    return source.header();
  }

  @Override
  public boolean isCutOff() {
    return source.isCutOff();
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public TextRow next() {
    TextRow row = source.next();
    Map<Integer, String> corrections = byLine.get(row.line());
    return corrections == null ? row : corrected(row, corrections);
  }

  @Override
  public void close() {
    source.close();
  }

  private static TextRow corrected(TextRow row, Map<Integer, String> corrections) {
    List<String> cells = new ArrayList<>(row.cells());
    BitSet numbers = (BitSet) row.numbers().clone();
    corrections.forEach((place, text) -> {
      while (cells.size() <= place) { // a row may be shorter than the header
        cells.add("");
      }
      cells.set(place, text);
      numbers.clear(place); // it was typed, as people write numbers
    });
    Map<Integer, CellNote> notes = new HashMap<>(row.notes());
    notes.keySet().removeAll(corrections.keySet());
    return new TextRow(row.line(), cells, numbers, notes);
  }
}
