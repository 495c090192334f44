package app.pallet.database.file;

import java.util.List;

/**
 * What a look at the content of a catalogue's file has found.
 *
 * @param findings SQLite's words for what is wrong, a hundred at most; empty for a sound file
 */
public record IntegrityReport(List<String> findings) {

  public IntegrityReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
