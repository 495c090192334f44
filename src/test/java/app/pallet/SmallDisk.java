package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real file system of a given size, which takes root on Linux; elsewhere its tests are skipped.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one, or skips the test.
   *
   * @param folder where; it is made
   * @param size as mount says it, such as {@code 256k}
   */
  public static SmallDisk mount(Path folder, String size) throws Exception {
    Files.createDirectory(folder);
    boolean isMounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "pallet-test", folder.toString());
    assumeTrue(isMounted, "no small file system can be mounted here: it takes root on Linux");
    return new SmallDisk(folder);
  }

  /** Its root. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws InterruptedException {
    assertThat(run("umount", folder.toString())).isTrue();
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) { // there is no such program
      return false;
    }
  }
}
