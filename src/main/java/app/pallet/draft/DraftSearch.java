package app.pallet.draft;

import java.util.List;
import java.util.Optional;

/**
 * What was found of drafts of a catalogue.
 *
 * @param draft the newest that can be restored; its owner closes it
 * @param more whether there are others
 * @param remarks what the user should know, in sentences
 */
public record DraftSearch(Optional<StoredDraft> draft, boolean more, List<String> remarks) {

  public DraftSearch {
    remarks = List.copyOf(remarks);
  }
}
