package app.pallet.ui.help;

import app.pallet.ui.theme.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * A text in Markdown as nodes, as far as the guide uses it: headings, paragraphs, lists, tables,
 * code, and words that stand out. Pictures are left out. A link shows its text.
 *
 * @param blocks from top to bottom
 */
record Markdown(List<Block> blocks) {

  /**
   * A piece of the text that can be scrolled to.
   *
   * @param level 1 for the title, 2 and more for headings below it, 0 for what is no heading
   * @param text what it says, in small letters unless it is a heading
   * @param node what it looks like
   */
  record Block(int level, String text, Region node) {}

  /** What a text says, from top to bottom. Any thread, and the nodes belong to no window yet. */
  static Markdown of(String text) {
    org.commonmark.node.Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
    List<Block> blocks = new ArrayList<>();
    for (org.commonmark.node.Node node : children(document)) {
      if (node instanceof TableBlock table) {
        blocks.addAll(rows(table));
      } else if (node instanceof Heading heading) {
        String title = text(heading);
        blocks.add(
            new Block(
                heading.getLevel(),
                title,
                Labels.wrapped(title, "guide-heading", "guide-heading-" + heading.getLevel())));
      } else {
        String words = text(node);
        if (!words.isBlank()) {
          blocks.add(new Block(0, words.toLowerCase(Locale.ROOT), block(node)));
        }
      }
    }
    return new Markdown(blocks);
  }

  private static Region block(org.commonmark.node.Node node) {
    return switch (node) {
      case Paragraph paragraph -> flow(paragraph);
      case FencedCodeBlock code -> code(code.getLiteral().stripTrailing());
      case ListBlock list -> list(list);
      default -> column("guide-block", children(node), Markdown::block);
    };
  }

  private static Region code(String text) {
    return Labels.wrapped(text, "guide-code", "monospace");
  }

  private static Region list(ListBlock list) {
    VBox lines = new VBox();
    lines.getStyleClass().add("guide-list");
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (org.commonmark.node.Node item : children(list)) {
      String mark = number > 0 ? number++ + "." : "\u2022";
      Region content = column("guide-item", children(item), Markdown::block);
      HBox.setHgrow(content, Priority.ALWAYS);
      HBox line = new HBox(Labels.of(mark, "guide-mark"), content);
      line.getStyleClass().add("guide-line");
      lines.getChildren().add(line);
    }
    return lines;
  }

  /** A table as a block for each of its rows, so that a search finds the row. */
  private static List<Block> rows(TableBlock table) {
    List<Block> rows = new ArrayList<>();
    for (org.commonmark.node.Node part : children(table)) {
      for (org.commonmark.node.Node row : children(part)) {
        if (row instanceof TableRow cells) {
          rows.add(new Block(0, text(cells).toLowerCase(Locale.ROOT), row(cells)));
        }
      }
    }
    return rows;
  }

  private static Region row(TableRow row) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("guide-row");
    List<org.commonmark.node.Node> cells = children(row);
    for (int i = 0; i < cells.size(); i++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(cells.size() == 2 ? (i == 0 ? 30 : 70) : 100.0 / cells.size());
      grid.getColumnConstraints().add(width);
      Region cell = flow(cells.get(i));
      if (((TableCell) cells.get(i)).isHeader()) {
        cell.getStyleClass().add("guide-table-head");
      }
      grid.add(cell, i, 0);
    }
    return grid;
  }

  private static Region column(
      String style,
      List<org.commonmark.node.Node> nodes,
      Function<org.commonmark.node.Node, Region> look) {
    VBox column = new VBox();
    column.getStyleClass().add(style);
    nodes.forEach(node -> column.getChildren().add(look.apply(node)));
    return column;
  }

  private static TextFlow flow(org.commonmark.node.Node parent) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("guide-text");
    spans(parent, List.of("text"), flow.getChildren());
    return flow;
  }

  private static void spans(
      org.commonmark.node.Node parent, List<String> styles, List<Node> spans) {
    for (org.commonmark.node.Node node : children(parent)) {
      switch (node) {
        case org.commonmark.node.Text text -> spans.add(span(text.getLiteral(), styles));
        case Code code -> spans.add(span(code.getLiteral(), with(styles, "guide-inline-code")));
        case SoftLineBreak end -> spans.add(span(" ", styles));
        case StrongEmphasis strong -> spans(strong, with(styles, "guide-strong"), spans);
        case Emphasis emphasis -> spans(emphasis, with(styles, "guide-emphasis"), spans);
        case Image image -> {}
        default -> spans(node, styles, spans);
      }
    }
  }

  private static Text span(String words, List<String> styles) {
    Text text = new Text(words);
    text.getStyleClass().setAll(styles);
    return text;
  }

  private static List<String> with(List<String> styles, String more) {
    return Stream.concat(styles.stream(), Stream.of(more)).toList();
  }

  private static String text(org.commonmark.node.Node node) {
    return switch (node) {
      case org.commonmark.node.Text text -> text.getLiteral();
      case Code code -> code.getLiteral();
      case FencedCodeBlock code -> code.getLiteral();
      case SoftLineBreak end -> " ";
      case Image image -> "";
      default -> {
        StringBuilder text = new StringBuilder();
        for (org.commonmark.node.Node child : children(node)) {
          text.append(text(child)).append(child instanceof org.commonmark.node.Block ? " " : "");
        }
        yield text.toString();
      }
    };
  }

  private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    List<org.commonmark.node.Node> children = new ArrayList<>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
