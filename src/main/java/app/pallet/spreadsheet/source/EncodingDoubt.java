package app.pallet.spreadsheet.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words of a text file that belong to no language of Western Europe if its bytes are read as
 * windows-1252.
 *
 * @param words some of these words, with one character for each byte
 * @param likelier an encoding in which they are real words; empty if none is known
 */
public record EncodingDoubt(List<String> words, Optional<Charset> likelier) {

  private static final int SHOWN = 3;

  public EncodingDoubt {
    words = List.copyOf(words);
  }

  /** A few of the words as the user would read them in an encoding. */
  public String sample(Charset charset) {
    return words.stream()
        .limit(SHOWN)
        .map(word -> new String(word.getBytes(StandardCharsets.ISO_8859_1), charset))
        .collect(Collectors.joining(", "));
  }
}
