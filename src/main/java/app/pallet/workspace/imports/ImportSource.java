package app.pallet.workspace.imports;

import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.schema.DateOrder;
import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.clipboard.ClipboardContent;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an import reads. It can be opened as often as necessary, on any thread. */
public sealed interface ImportSource {

  /** The name of the source for the user. */
  String name();

  /**
   * Opens it at its first row.
   *
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if it can't be read
   */
  TabularSource open(SourceOptions options);

  /**
   * Opens it for a look at its first rows, before the import itself opens it in the same way: these
   * rows come once more then. Whoever looks calls {@link #endLook} in the end, and does not close
   * what is returned.
   *
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if it can't be read
   */
  default TabularSource look(SourceOptions options) {
    return open(options);
  }

  /** Closes what was opened for a look, unless the import has taken it over. */
  default void endLook() {}

  /**
   * The same source for an import into an open catalogue. It refuses to read the catalogue itself
   * or the files beside it, because opening and closing them would end SQLite's locks on them.
   */
  default ImportSource into(Path catalogue) {
    return this;
  }

  /** The same output, which must not be written over this source. */
  default OutputFile spared(OutputFile output) {
    return output;
  }

  /** The number of its rows, or {@link WorkMonitor#UNKNOWN} before it has been read. */
  default long rowCount() {
    return WorkMonitor.UNKNOWN;
  }

  /**
   * How numbers and dates are read in columns whose texts don't show it.
   *
   * @param own how the user writes them
   */
  default CellFormat format(CellFormat own) {
    return own;
  }

  /**
   * A CSV or TSV file, or a workbook. Remembers how it was found to be written, until it is to be
   * opened in another way or has been changed. Stays open between a look and the import, since to
   * open a workbook takes half as long as to read it: all its texts come before its rows.
   */
  final class OfFile implements ImportSource {

    /** The endings of the names of a catalogue's own files. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private final Path file;
    private final Optional<Path> catalogue;
    private @Nullable Found found;
    private @Nullable Look look;

    /** A source over a file. */
    public OfFile(Path file) {
      this(file, Optional.empty());
    }

    private OfFile(Path file, Optional<Path> catalogue) {
      this.file = file;
      this.catalogue = catalogue;
    }

    @Override
    public ImportSource into(Path open) {
      return catalogue.filter(open::equals).isPresent()
          ? this
          : new OfFile(file, Optional.of(open));
    }

    private void requireOther() {
      if (catalogue.isPresent() && isOneOf(catalogue.get())) {
        throw new SpreadsheetException(
            file, "is the open catalogue itself or belongs to it; choose a file with rows");
      }
    }

    private boolean isOneOf(Path open) {
      return BESIDE.stream()
          .anyMatch(ending -> isSame(open.resolveSibling(open.getFileName() + ending)));
    }

    private boolean isSame(Path own) {
      try {
        return Files.exists(own) && Files.isSameFile(own, file);
      } catch (IOException e) { // it has just gone, as a journal does
        return false;
      }
    }

    @Override
    public String name() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public OutputFile spared(OutputFile output) {
      return output.sparing(file, "the file that is imported");
    }

    @Override
    public synchronized TabularSource look(SourceOptions options) {
      endLook();
      Look begun = new Look(options, new Replay(open(options)));
      look = begun;
      return begun.rows.source.with(begun.rows);
    }

    @Override
    public synchronized void endLook() {
      if (look != null) {
        look.rows.source.close();
        look = null;
      }
    }

    @Override
    public synchronized TabularSource open(SourceOptions options) {
      Look before = look;
      if (before == null || !before.options.equals(options)) {
        return openAnew(options);
      }
      look = null;
      before.rows.isAgain = true;
      return before.rows.source.with(before.rows);
    }

    private TabularSource openAnew(SourceOptions options) {
      requireOther();
      Optional<Saved> saved = Saved.of(file);
      Found before = found;
      if (before != null && before.options.equals(options) && before.saved.equals(saved)) {
        return SpreadsheetFile.open(file, options, before.format);
      }
      TabularSource source = SpreadsheetFile.open(file, options);
      found = saved.isEmpty() ? null : new Found(options, saved, source.format());
      return source;
    }

    @Override
    public CellFormat format(CellFormat own) {
      return own.withDates(DateOrder.UNKNOWN); // it may come from anywhere
    }

    private record Look(SourceOptions options, Replay rows) {}

    /** The rows of an open source; those that were taken for a look can come once more. */
    private static final class Replay implements Iterator<TextRow> {

      private final TabularSource source;
      private final Deque<TextRow> seen = new ArrayDeque<>();
      private boolean isAgain;

      Replay(TabularSource source) {
        this.source = source;
      }

      @Override
      public boolean hasNext() {
        return (isAgain && !seen.isEmpty()) || source.hasNext();
      }

      @Override
      public TextRow next() {
        if (isAgain) {
          return seen.isEmpty() ? source.next() : seen.remove();
        }
        TextRow row = source.next();
        seen.add(row);
        return row;
      }
    }

    private record Found(SourceOptions options, Optional<Saved> saved, SourceFormat format) {}

    /** What shows that a file has been changed. */
    private record Saved(long bytes, FileTime time) {

      static Optional<Saved> of(Path file) {
        try {
          return Optional.of(new Saved(Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException e) { // opening it will say why
          return Optional.empty();
        }
      }
    }
  }

  /**
   * A block from the clipboard whose first row holds headings.
   *
   * @param block the block, with at least that row
   */
  record OfBlock(PastedBlock block) implements ImportSource {

    @Override
    public String name() {
      return "clipboard";
    }

    @Override
    public TabularSource open(SourceOptions options) {
      return ClipboardSource.withHeader(block, options);
    }

    @Override
    public long rowCount() {
      return block.rows().size() - 1L;
    }
  }

  /**
   * What the clipboard holds, with headings in its first row. It is parsed when it is first opened.
   */
  final class OfClipboard implements ImportSource {

    private final ClipboardContent content;
    private @Nullable PastedBlock block;

    /** A source over what the clipboard held at this moment. */
    public OfClipboard(ClipboardContent content) {
      this.content = content;
    }

    @Override
    public String name() {
      return "clipboard";
    }

    @Override
    public synchronized TabularSource open(SourceOptions options) {
      PastedBlock parsed = block == null ? PastedBlock.of(content) : block;
      block = parsed;
      return ClipboardSource.withHeader(parsed, options);
    }
  }
}
