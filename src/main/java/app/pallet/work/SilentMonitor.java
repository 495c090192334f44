package app.pallet.work;

/**
 * Lets a part of larger work be cancelled with it, without a progress of its own.
 *
 * @param whole the larger work's monitor
 */
public record SilentMonitor(WorkMonitor whole) implements WorkMonitor {

  @Override
  public void begin(String task, long total) {}

  @Override
  public void worked(long units) {}

  @Override
  public void message(String text) {}

  @Override
  public boolean isCancelled() {
    return whole.isCancelled();
  }
}
