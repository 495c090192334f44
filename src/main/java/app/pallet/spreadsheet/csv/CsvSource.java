package app.pallet.spreadsheet.csv;

import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TableStart;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV or TSV file, read row by row. Empty lines and lines above the table are left out. Rows may
 * be shorter or longer than the header.
 */
public final class CsvSource implements TabularSource {

  /** Stands in a cell for bytes that the file's encoding can't read. */
  public static final char UNREADABLE = '\uFFFF';

  private final Path file;
  private final CsvDialect dialect;
  private final CloseableIterator<CsvRecord> records;
  private final TableStart start;

  /** Rows that were read before anybody asked for them. */
  private final Deque<TextRow> ahead = new ArrayDeque<>();

  /**
   * Number of cells of the latest row, and the lowest number of the rows before it, headings
   * included.
   */
  private int latest = Integer.MAX_VALUE;

  private int fewestBefore = Integer.MAX_VALUE;

  private CsvSource(
      Path file, CsvDialect dialect, CloseableIterator<CsvRecord> records, SourceOptions options) {
    this.file = file;
    this.dialect = dialect;
    this.records = records;
    if (hasNext()) {
      ahead.add(read());
      ahead.removeIf(row -> isSeparatorLine(row.cells()));
    }
    this.start =
        TableStart.take(this, options)
            .orElseThrow(() -> new SpreadsheetException(file, "the file holds no rows"));
    ahead.addAll(start.rows());
    fewestBefore = Integer.MAX_VALUE;
    latest = start.header().size();
  }

  /**
   * Opens a file and finds out how it is written, as far as the options don't say.
   *
   * @throws SpreadsheetException if it can't be read, is empty or is not text
   */
  public static CsvSource open(Path file, SourceOptions options) {
    try {
      return open(file, DialectDetection.of(file, options), options);
    } catch (IOException e) {
      throw new SpreadsheetException(file, reason(file, e), e);
    }
  }

  /**
   * Opens a file whose dialect is known.
   *
   * @param options where its headings are
   * @throws SpreadsheetException if it can't be read or holds no rows
   */
  public static CsvSource open(Path file, CsvDialect dialect, SourceOptions options) {
    try {
      Reader reader = reader(file, dialect);
      try {
        char quote =
            dialect.quoting() == CsvDialect.Quoting.IS_TEXT ? SeparatorDetection.NO_QUOTE : '"';
        return new CsvSource(
            file,
            dialect,
            SeparatorDetection.reader(dialect.separator(), quote)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(
                    dialect.quoting() == CsvDialect.Quoting.ENCLOSES_PADDED)
                .ofCsvRecord(reader)
                .iterator(),
            options);
      } catch (TableStart.NoSuchRowException e) {
        reader.close();
        throw new SpreadsheetException(file, e.reason());
      } catch (RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw new SpreadsheetException(file, reason(file, e), e);
    }
  }

  /** Whether a row is the line {@code sep=;}, which tells Excel the separator. It may be quoted. */
  private boolean isSeparatorLine(List<String> cells) {
    String separator = String.valueOf(dialect.separator());
    String line = String.join(separator, cells);
    String said = "sep=" + separator;
    return line.equalsIgnoreCase(said) || line.equalsIgnoreCase('"' + said + '"');
  }

  private static Reader reader(Path file, CsvDialect dialect) throws IOException {
    InputStream in = FileEnd.withoutEndMark(file, dialect.charset());
    in.skipNBytes(dialect.markBytes());
    String unreadable = String.valueOf(UNREADABLE);
    return new InputStreamReader(
        in,
        dialect
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(unreadable));
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** How the file is written. */
  public CsvDialect dialect() {
    return dialect;
  }

  @Override
  public List<String> header() {
    return start.header();
  }

  @Override
  public SourceFormat.Text format() {
    return new SourceFormat.Text(dialect, start.place());
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || checked(records::hasNext);
  }

  @Override
  public TextRow next() {
    TextRow row = ahead.isEmpty() ? read() : ahead.remove();
    fewestBefore = Math.min(fewestBefore, latest);
    latest = row.cells().size();
    return row;
  }

  private TextRow read() {
    CsvRecord next = checked(records::next);
    return new TextRow(next.getStartingLineNumber(), next.getFields());
  }

  /** Whether the last row has fewer cells than every other one, and no line break ends it. */
  @Override
  public boolean isCutOff() {
    try {
      return latest < fewestBefore
          && fewestBefore < Integer.MAX_VALUE
          && !hasNext()
          && !FileEnd.isLineBreak(file, dialect.charset());
    } catch (IOException e) {
      throw new SpreadsheetException(file, reason(file, e), e);
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new SpreadsheetException(file, reason(file, e), e);
    }
  }

  private <T> T checked(Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException e) {
      throw new SpreadsheetException(file, CsvDamage.reason(e), e);
    } catch (UncheckedIOException e) {
      throw new SpreadsheetException(file, reason(file, Objects.requireNonNull(e.getCause())), e);
    }
  }

  /** Why a file can't be read, for the user. */
  public static String reason(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "may not be read";
    }
    return Files.isDirectory(file) ? "is a folder" : "can't be read: " + failure.getMessage();
  }

  /** Explains to people who don't know CSV why a text file can't be read any further. */
  private static final class CsvDamage {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvDamage() {}

    /** What is wrong, where, and what to do. */
    static String reason(CsvParseException e) {
      String message = String.valueOf(e.getMessage());
      Matcher place = LINE.matcher(message);
      String line = place.find() ? place.group() : "one line";
      if (message.contains("limit of") && message.contains("fields")) {
        return "has too many columns in " + line + ", more than a spreadsheet; check the separator";
      }
      if (message.contains("buffer size") || message.contains("record size")) {
        return "has millions of characters in one row from "
            + line
            + " on; is a closing quote missing there?";
      }
      if (message.contains("Unclosed")) {
        return "is damaged or cut off: the quote in "
            + line
            + " is never closed; get the file once more, or correct that line";
      }
      if (message.contains("closing quote")) {
        return "is damaged: a closing quote in "
            + line
            + " is not at the end of its cell; quotes inside a cell must be doubled";
      }
      return "is damaged: " + message;
    }
  }
}
