package app.pallet.workspace;

import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.ImportPreparation;
import app.pallet.workspace.input.ImportPreview;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A process with little memory that looks at files as the import window does, and takes what it can
 * of them. Says for each {@code took N}, or why it did not.
 */
public final class SmallHeapImport {

  private static final PrintStream OUT = System.out;

  private SmallHeapImport() {}

  /** Looks at files; the first argument is the catalogue. */
  static void main(String[] arguments) {
    try (OpenCatalogue catalogue = new OpenCatalogue(Path.of(arguments[0]))) {
      for (String file : List.of(arguments).subList(1, arguments.length)) {
        Listener listener = new Listener();
        try (ImportPreparation preparation =
            catalogue
                .workspace
                .input()
                .prepare(new ImportSource.OfFile(Path.of(file)), catalogue.remembered, listener)) {
          preparation.start();
          preparation
              .accept()
              .ifPresent(accepted ->
                  catalogue
                      .workspace
                      .input()
                      .take(accepted, report -> OUT.println("took " + report.adds())));
        }
      }
      OUT.println("pending " + catalogue.workspace.changes().counts().total());
    }
  }

  /** Says why an import can't be looked at. */
  public static final class Listener implements ImportPreparation.Listener {
    @Override
    public void viewed(SourceView opened, ImportChoices choices) {}

    @Override
    public void previewing() {}

    @Override
    public void previewed(ImportPreview result) {}

    @Override
    public void failed(Throwable why) {
      OUT.println(why);
    }
  }
}
