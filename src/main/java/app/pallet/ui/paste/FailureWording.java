package app.pallet.ui.paste;

import app.pallet.output.RefusedOutputException;
import app.pallet.spreadsheet.mapping.ColumnMappingException;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportTooLargeException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Why an import isn't possible and what to do about it, in the words of the window. */
final class FailureWording {

  private FailureWording() {}

  /** Why rows could not be saved. */
  static String ofSaving(Throwable failure) {
    if (failure instanceof RefusedOutputException) { // says itself what to do
      return "The rows can't be saved: " + failure.getMessage() + ".";
    }
    return "The rows can't be saved: "
        + Objects.requireNonNullElse(failure.getMessage(), failure.toString())
        + ". Choose another place for them.";
  }

  static String of(Throwable failure, Optional<ImportChoices> choices, List<ColumnLine> columns) {
    if (choices.isPresent() && columns.stream().noneMatch(ColumnLine::key)) {
      return "No column is mapped to %s, by which products are to be found. Choose %s for one of the columns, or find products by another column."
          .formatted(choices.get().key().label(), choices.get().key().label());
    }
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    return switch (failure) {
      case SpreadsheetException ignored when choices.isPresent() ->
          message + ". Try another encoding, separator or sheet above, or mend the file.";
      case SpreadsheetException ignored -> message + ". Nothing was taken.";
      case ColumnMappingException ignored -> message;
      case ImportTooLargeException ignored -> message + ". Nothing was taken.";
      default -> "The source can't be read: " + message + ". Nothing was taken.";
    };
  }
}
