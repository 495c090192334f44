package app.pallet.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of drafts that this process has open. It never opens one twice: on most systems closing
 * a file gives up all locks the process has on it, whoever took them. Any thread.
 */
final class DraftFiles {

  private final DraftChannel.Opener opener;
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  DraftFiles(DraftChannel.Opener opener) {
    this.opener = opener;
  }

  /** Makes a file with these frames, in a folder that is made if need be. */
  DraftFile create(DraftPath path, List<ByteBuffer> frames) throws IOException {
    path.createFolder();
    held.add(path.file());
    try {
      return DraftFile.create(path, frames, opener);
    } catch (IOException | RuntimeException e) {
      held.remove(path.file());
      throw e;
    }
  }

  /** Opens a file, unless a window has it, of this process or another. */
  Optional<DraftFile> open(DraftPath path) throws IOException {
    if (!held.add(path.file())) {
      return Optional.empty();
    }
    Optional<DraftFile> opened = Optional.empty();
    try {
      opened = DraftFile.open(path, opener);
      return opened;
    } finally {
      if (opened.isEmpty()) {
        held.remove(path.file());
      }
    }
  }

  void delete(DraftFile file) throws IOException {
    try {
      file.delete();
    } finally {
      held.remove(file.path().file());
    }
  }

  /** Keeps a file that is damaged, where nobody takes it for a draft. */
  Path setAside(DraftFile file) throws IOException {
    Path aside = file.path().aside();
    try {
      file.setAside(aside);
      return aside;
    } finally {
      held.remove(file.path().file());
    }
  }

  /** Lets any window take a file. */
  void release(DraftFile file) throws IOException {
    try {
      file.close();
    } finally {
      held.remove(file.path().file());
    }
  }
}
