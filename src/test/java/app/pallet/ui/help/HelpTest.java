package app.pallet.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The guide is shown whole, and every library is named. */
final class HelpTest {

  private final UiRobot robot = UiRobot.start();

  @Test
  void markdownIsShownAsItIsMeant() {
    String text =
        """
        # Title

        One **strong** and `code`
        over *two* [lines](other.md).

        ![A picture](picture.png)

        1. first
        2. second
           - inner

        | to | do |
        |---|---|
        | leave | `Esc` |

        ```
        pallet edit
          shop.pallet
        ```

        ### Section
        """;
    List<Markdown.Block> blocks = robot.onFx(() -> Markdown.of(text).blocks());
    assertThat(blocks.stream().map(Markdown.Block::level)).containsExactly(1, 0, 0, 0, 0, 0, 3);
    assertThat(blocks.stream().map(block -> words(block.node())))
        .containsExactly(
            "Title",
            "One strong and code over two lines.",
            "1. first 2. second \u2022 inner",
            "to do",
            "leave Esc",
            "pallet edit\n  shop.pallet",
            "Section");
    assertThat(blocks.get(1).text()).isEqualTo("one strong and code over two lines.");
    assertThat(styles(blocks.get(1).node(), "guide-strong")).containsExactly("strong");
    assertThat(styles(blocks.get(1).node(), "guide-inline-code")).containsExactly("code");
    assertThat(styles(blocks.get(1).node(), "guide-emphasis")).containsExactly("two");
  }

  @Test
  void noHeadingOfTheGuideIsLost() throws Exception {
    String guide = Files.readString(Path.of("docs/user-guide.md"));
    List<String> headings =
        Pattern.compile("^##+ (.+)$", Pattern.MULTILINE)
            .matcher(guide)
            .results()
            .map(found -> found.group(1).replace("`", ""))
            .toList();
    List<Markdown.Block> blocks = robot.onFx(() -> Markdown.of(guide).blocks());
    assertThat(blocks.stream().filter(block -> block.level() > 1).map(Markdown.Block::text))
        .containsExactlyElementsOf(headings);
    assertThat(blocks).noneMatch(block -> block.text().contains("]("));
  }

  @Test
  void everyLibraryOfTheBuildIsNamedWithItsLicence() throws Exception {
    List<String> named = AboutPane.libraries().stream().map(AboutPane.Library::name).toList();
    List<String> dependencies =
        Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("pom.xml")).split("<build>", 2)[0])
            .results()
            .map(found -> found.group(1))
            .filter(dependency -> !dependency.contains("<scope>test</scope>"))
            .map(
                dependency -> dependency.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
            .toList();
    assertThat(dependencies).hasSizeGreaterThan(20);
    assertThat(named).containsAll(dependencies).doesNotHaveDuplicates();
    assertThat(AboutPane.libraries())
        .allMatch(library -> !library.licence().isBlank() && library.home().startsWith("https://"));
  }

  @Test
  void aFolderIsOpenedByWhatTheSystemHasForIt() {
    Path folder = Path.of("logs");
    assertThat(ShownFolder.command("Windows 11", folder)).containsExactly("explorer", "logs");
    assertThat(ShownFolder.command("Mac OS X", folder)).containsExactly("open", "logs");
    assertThat(ShownFolder.command("Linux", folder)).containsExactly("xdg-open", "logs");
  }

  private static String words(Node node) {
    return switch (node) {
      case Text text -> text.getText();
      case Labeled label -> label.getText();
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(HelpTest::words)
              .collect(
                  java.util.stream.Collectors.joining(
                      parent instanceof javafx.scene.text.TextFlow ? "" : " "));
      default -> "";
    };
  }

  private static List<String> styles(Parent parent, String style) {
    return parent.getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains(style))
        .map(HelpTest::words)
        .toList();
  }
}
