package app.pallet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void messagesThatSayTheSameAreEqual() {
    assertThat(Message.of("Is wrong")).isEqualTo(new Message(Message.PLAIN, List.of("Is wrong")));
    assertThat(Message.of("Is wrong")).isNotEqualTo(new Message("wrong", List.of("Is wrong")));
    List<Object> arguments = new ArrayList<>(List.of("SKU", 40L));
    Message message = new Message("too.long", arguments);
    arguments.clear();
    assertThat(message).isEqualTo(new Message("too.long", List.of("SKU", 40L)));
  }

  @Test
  void nothingOfAMessageWithoutATextIsLost() {
    assertThat(Message.of("Is wrong").text()).isEqualTo("Is wrong");
    assertThat(
            new Message(
                    "too.long",
                    List.of("SKU", 40L, new BigDecimal("1.50"), true, Message.of("in a list")))
                .text())
        .isEqualTo("too.long (SKU, 40, 1.50, true, in a list)");
  }

  @Test
  void whatCanNotBeStoredIsRefused() {
    assertThatThrownBy(() -> new Message("count", List.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Integer");
    assertThatThrownBy(() -> new Message(Message.PLAIN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Message(Message.PLAIN, List.of(3L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
