package app.pallet.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts main classes of the tests in processes of their own, with the tests' class path. */
public final class ChildJava {

  private ChildJava() {}

  /**
   * Starts one.
   *
   * @param folder where its log goes, and into {@code errors} what it says on the error stream
   * @param options of the JVM
   * @param arguments of the main class
   */
  public static Process start(Path folder, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dpallet.log=" + folder.resolve("pallet.log"));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }
}
