package app.pallet.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is said to the user: which text, and what is put into it. Two messages are equal
 * if they say the same, whatever the language they are shown in:
 *
 * <pre>{@code
 * Message tooLong = new Message("value.tooLong", List.of("SKU", 40L));
 * Message asItIs = Message.of("Is already taken");
 * }</pre>
 *
 * @param key names the text; {@link #PLAIN} for one that is the message's only argument
 * @param arguments what is put into the text, in order: texts, whole numbers as {@code Long},
 *     decimal numbers as {@code BigDecimal}, yes or no as {@code Boolean}, or other messages
 */
public record Message(String key, List<Object> arguments) {

  /** The key of a text that stands in the message itself, in the language in which it was made. */
  public static final String PLAIN = "plain";

  /**
   * A message.
   *
   * @throws IllegalArgumentException if an argument is of another type, or a plain text is missing
   */
  public Message {
    arguments = List.copyOf(arguments);
    for (Object argument : arguments) {
      switch (argument) {
        case String _, Long _, BigDecimal _, Boolean _, Message _ -> {}
        default -> throw new IllegalArgumentException("No message takes a " + argument.getClass());
      }
    }
    if (key.equals(PLAIN) && !(arguments.size() == 1 && arguments.getFirst() instanceof String)) {
      throw new IllegalArgumentException("A plain message is one text, not " + arguments);
    }
  }

  /** A message that is a text as it is. */
  public static Message of(String text) {
    return new Message(PLAIN, List.of(text));
  }

  /** Whether it is a text as it is. */
  public boolean isPlain() {
    return key.equals(PLAIN);
  }

  /**
   * The text of a plain message. Of any other, which a later Pallet has written, the key with its
   * arguments, so that nothing of it is lost.
   */
  public String text() {
    return isPlain()
        ? (String) arguments.getFirst()
        : key
            + arguments.stream()
                .map(argument -> argument instanceof Message part ? part.text() : argument)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", " (", ")"));
  }
}
