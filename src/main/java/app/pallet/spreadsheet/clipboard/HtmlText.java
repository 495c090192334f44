package app.pallet.spreadsheet.clipboard;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML element as a browser shows it, with its line breaks. */
final class HtmlText implements NodeVisitor {

  private static final Pattern PREFORMATTED = Pattern.compile("white-space:\\s*pre");
  private static final char HARD_SPACE = '\u00a0';

  private final boolean asWritten;
  private final StringBuilder text = new StringBuilder();

  /** Whether white space is waiting, which is shown only if something follows in the same line. */
  private boolean space;

  /** Whether the beginning of a block is waiting, which is shown only if something follows. */
  private boolean block;

  private HtmlText(Element root) {
    this.asWritten = PREFORMATTED.matcher(root.attr("style")).find();
  }

  /** The text of an element. */
  static String of(Element element) {
    HtmlText visitor = new HtmlText(element);
    NodeTraversor.traverse(visitor, element);
    StringBuilder text = visitor.text;
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
      text.setLength(text.length() - 1); // a break at the end shows nothing
    }
    return text.toString().replace(HARD_SPACE, ' ');
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode part && asWritten) {
      startBlock();
      text.append(part.getWholeText().replace("\r\n", "\n"));
    } else if (node instanceof TextNode part) {
      append(part.getWholeText());
    } else if (node instanceof Element element) {
      if (element.nameIs("br")) {
        breakLine();
      } else if (element.isBlock()) {
        block |= !text.isEmpty();
        space = false;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      block |= !text.isEmpty();
      space = false;
    }
  }

  private void breakLine() {
    startBlock();
    text.append('\n');
    space = false;
  }

  private void append(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        space = true;
        continue;
      }
      startBlock();
      if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append(' ');
      }
      space = false;
      text.append(c);
    }
  }

  private void startBlock() {
    if (block && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    block = false;
  }
}
