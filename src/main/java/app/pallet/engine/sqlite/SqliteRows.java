package app.pallet.engine.sqlite;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.engine.RowsByKey;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds rows by keys of parts in SQLite, some hundred in one statement, over the key's index. */
final class SqliteRows implements RowsByKey {

  /** Keys in one statement. More do not make it quicker. */
  private static final int PORTION = 1_000;

  private final Connection connection;
  private final PartKeys keys;
  private final PackedRows packed;

  SqliteRows(Connection connection, TableSchema schema, PartKeys keys, Collection<Column> wanted) {
    this.connection = connection;
    this.keys = keys;
    this.packed = new PackedRows(schema, null, wanted);
  }

  @Override
  public @Nullable Row[] find(long... handles) throws SQLException {
    List<RowKey.Stored> wanted =
        Arrays.stream(handles).<RowKey.Stored>mapToObj(keys.handles()::keyOf).toList();
    Optional<long[]> numbers = keys.numbered().flatMap(known -> known.lately(handles));
    if (numbers.isEmpty()) {
      return find(wanted);
    }
    @Nullable Row[] found = new @Nullable Row[handles.length];
    packed.begin(false);
    if (isDense(numbers.get())) {
      readRange(wanted, numbers.get(), found);
    } else {
      look(wanted, numbers.get(), found);
    }
    findMoved(wanted, found);
    return found;
  }

  /** Looks by their keys for rows that are not where they were. */
  private void findMoved(List<RowKey.Stored> wanted, @Nullable Row[] found) throws SQLException {
    int[] missing = IntStream.range(0, found.length).filter(i -> found[i] == null).toArray();
    if (missing.length > 0) {
      @Nullable Row[] moved = find(Arrays.stream(missing).mapToObj(wanted::get).toList());
      for (int i = 0; i < missing.length; i++) {
        found[missing[i]] = moved[i];
      }
    }
  }

  /** Whether rows stand so close together that reading all between them is quicker. */
  private static boolean isDense(long... numbers) {
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] <= numbers[i - 1]) {
        return false;
      }
    }
    long span = numbers[numbers.length - 1] - numbers[0]; // below zero where it is too large
    return span >= 0 && span < 2L * numbers.length;
  }

  private void readRange(List<RowKey.Stored> wanted, long[] numbers, @Nullable Row[] found)
      throws SQLException {
    String number = "t." + keys.number().orElseThrow();
    String sql = "SELECT " + packed.selected(List.of(number)) + " FROM " + keys.numberedRange();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, numbers[0]);
      statement.setLong(2, numbers[numbers.length - 1]);
      try (ResultSet result = statement.executeQuery()) {
        packed.open(result);
        int place = 0;
        while (packed.next()) {
          long at = packed.number();
          while (numbers[place] < at) {
            place++;
          }
          if (numbers[place] == at) {
            take(wanted, place, found);
          }
        }
      }
    }
  }

  private void look(List<RowKey.Stored> wanted, long[] numbers, @Nullable Row[] found)
      throws SQLException {
    String sql = "SELECT " + packed.selected(List.of("k.key")) + " FROM " + keys.numberedRows();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, Arrays.toString(numbers));
      read(statement, wanted, 0, found);
    }
  }

  @Override
  public @Nullable Row[] find(List<? extends RowKey.Stored> wanted) throws SQLException {
    @Nullable Row[] found = new @Nullable Row[wanted.size()];
    packed.begin(false);
    look(wanted, keys.keyed(), found);
    if (keys.number().isPresent() && wanted.stream().anyMatch(RowKey.Unkeyed.class::isInstance)) {
      look(wanted, keys.unkeyed(), found);
    }
    return found;
  }

  private void look(List<? extends RowKey.Stored> wanted, String rows, @Nullable Row[] found)
      throws SQLException {
    String sql = "SELECT " + packed.selected(List.of("k.key")) + " FROM " + rows;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int from = 0; from < wanted.size(); from += PORTION) {
        List<? extends RowKey.Stored> portion =
            wanted.subList(from, Math.min(wanted.size(), from + PORTION));
        statement.setString(1, keys.parameter(portion.iterator()));
        read(statement, wanted, from, found);
      }
    }
  }

  /** Takes rows before which their places in a portion are selected. */
  private void read(
      PreparedStatement statement,
      List<? extends RowKey.Stored> wanted,
      int from,
      @Nullable Row[] found)
      throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      packed.open(result);
      while (packed.next()) {
        take(wanted, from + (int) packed.number(), found);
      }
    }
  }

  private void take(List<? extends RowKey.Stored> wanted, int place, @Nullable Row[] found)
      throws SQLException {
    Row row = packed.row((Long) null);
    if (row.key().equals(wanted.get(place))) { // what SQLite takes as equal is not always
      found[place] = row;
    }
  }
}
