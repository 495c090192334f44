package app.pallet.workspace.imports;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.ColumnInference;
import app.pallet.spreadsheet.mapping.ColumnMappingException;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that can be chosen about an import. Immutable.
 *
 * @param source how the source is opened
 * @param columns what happens to each of its columns, by their place
 * @param key by what rows find their product
 * @param emptyCells what an empty cell means
 * @param duplicates which row is taken if several have one key
 * @param folding what happens to lines that only add to the product above them
 * @param corrections texts that replace those of the source
 * @param addsParents whether names that other tables do not have become rows of theirs
 */
public record ImportChoices(
    SourceOptions source,
    List<ColumnChoice> columns,
    MatchKey key,
    EmptyCells emptyCells,
    DuplicateKeys duplicates,
    LineFolding folding,
    Map<CellPlace, String> corrections,
    boolean addsParents) {

  /**
   * A cell of a source.
   *
   * @param line the line at which its row begins
   * @param sourceColumn the place of its column, from 0
   */
  public record CellPlace(long line, int sourceColumn) {}

  public ImportChoices {
    columns = List.copyOf(columns);
    corrections = Map.copyOf(corrections);
  }

  /** Choices that add nothing to other tables. */
  public ImportChoices(
      SourceOptions source,
      List<ColumnChoice> columns,
      MatchKey key,
      EmptyCells emptyCells,
      DuplicateKeys duplicates,
      LineFolding folding,
      Map<CellPlace, String> corrections) {
    this(source, columns, key, emptyCells, duplicates, folding, corrections, false);
  }

  /** The same where names that other tables do not have become rows of theirs, or do not. */
  public ImportChoices withParents(boolean added) {
    return new ImportChoices(
        source, columns, key, emptyCells, duplicates, folding, corrections, added);
  }

  /** The same choices for a source that is opened in another way. */
  public ImportChoices withSource(SourceOptions options) {
    return new ImportChoices(
        options, columns, key, emptyCells, duplicates, folding, corrections, addsParents);
  }

  /**
   * The same with another choice for a column of the source. If another column of the source filled
   * its target before, that one is left out now.
   */
  public ImportChoices withColumn(int place, ColumnChoice choice) {
    List<ColumnChoice> changed = new ArrayList<>(columns);
    choice
        .target()
        .filled()
        .ifPresent(column ->
            changed.replaceAll(other -> isFor(other, column) ? ColumnChoice.DROPPED : other));
    changed.set(place, choice);
    return new ImportChoices(
        source, changed, key, emptyCells, duplicates, folding, corrections, addsParents);
  }

  /** The same for a source with more columns, which are left out. */
  public ImportChoices widened(int width) {
    List<ColumnChoice> all = new ArrayList<>(columns);
    all.addAll(Collections.nCopies(Math.max(0, width - all.size()), ColumnChoice.DROPPED));
    return withColumns(all);
  }

  /** The same with other choices for all columns. */
  public ImportChoices withColumns(List<ColumnChoice> all) {
    return new ImportChoices(
        source, all, key, emptyCells, duplicates, folding, corrections, addsParents);
  }

  /** The same with something else by which rows find their product. */
  public ImportChoices withKey(MatchKey other) {
    return new ImportChoices(
        source, columns, other, emptyCells, duplicates, folding, corrections, addsParents);
  }

  /** The same with another meaning of empty cells. */
  public ImportChoices withEmptyCells(EmptyCells meaning) {
    return new ImportChoices(
        source, columns, key, meaning, duplicates, folding, corrections, addsParents);
  }

  /** The same with another rule for rows with one key. */
  public ImportChoices withDuplicates(DuplicateKeys choice) {
    return new ImportChoices(
        source, columns, key, emptyCells, choice, folding, corrections, addsParents);
  }

  /** The same with another rule for lines that only add to the product above them. */
  public ImportChoices withFolding(LineFolding way) {
    return new ImportChoices(
        source, columns, key, emptyCells, duplicates, way, corrections, addsParents);
  }

  /** The same with another text in a cell. */
  public ImportChoices withCorrection(CellPlace place, String text) {
    Map<CellPlace, String> more = new HashMap<>(corrections);
    more.put(place, text);
    return new ImportChoices(
        source, columns, key, emptyCells, duplicates, folding, more, addsParents);
  }

  /** The columns that the catalogue is to get. */
  public List<Column> newColumns() {
    return columns.stream()
        .flatMap(c -> c.target() instanceof Target.Added(Column column) ? Stream.of(column) : null)
        .toList();
  }

  /**
   * Makes sure that a table has room for the new columns.
   *
   * @throws ColumnMappingException if it hasn't; the message says how many are too many
   */
  public void requireRoom(TableSchema schema) {
    int added = newColumns().size();
    int all = schema.columns().size() + added;
    int surplus = all - ColumnInference.MOST_COLUMNS;
    if (surplus > 0) {
      throw new ColumnMappingException(
          "With %,d new columns the catalogue would have %,d, and it can have %,d at most. Leave out %,d of them or more."
              .formatted(added, all, ColumnInference.MOST_COLUMNS, surplus));
    }
  }

  /** The same choices after the new columns have been added to the catalogue. */
  public ImportChoices withColumnsAdded() {
    List<ColumnChoice> known =
        columns.stream()
            .map(c ->
                c.target() instanceof Target.Added(Column column)
                    ? c.to(new Target.Existing(column))
                    : c)
            .toList();
    return new ImportChoices(
        source, known, key, emptyCells, duplicates, folding, corrections, addsParents);
  }

  /** How columns are read for which the user has decided it, by their place. */
  Map<Integer, CellFormat> formats() {
    Map<Integer, CellFormat> formats = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      columns.get(i).format().ifPresent(format -> formats.put(place, format));
    }
    return formats;
  }

  private static boolean isFor(ColumnChoice choice, Column column) {
    return choice.target().filled().filter(c -> c.name().equals(column.name())).isPresent();
  }
}
