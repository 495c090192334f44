package app.pallet.spreadsheet.xlsx;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of a part of a workbook, only forward. Nothing outside the part is ever
 * read: no real workbook has a part with a document type, and such a part is refused.
 */
final class XmlCursor implements AutoCloseable {

  /** The most characters of one cell. Excel allows 32,767. */
  private static final int MAX_TEXT = 1 << 22;

  /** The deepest nesting of elements. A workbook has about ten levels. */
  private static final int MAX_DEPTH = 256;

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  XmlCursor(InputStream in) throws IOException {
    this.in = in;
    try {
      this.xml = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      in.close();
      throw failure(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Goes to the next beginning or end of an element. Returns false at the end. */
  boolean next() throws IOException {
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** Goes to the next beginning of an element with this name. Returns false if there is none. */
  boolean find(String name) throws IOException {
    while (next()) {
      if (isStart(name)) {
        return true;
      }
    }
    return false;
  }

  boolean isStart(String name) {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT
        && xml.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  /** The value of an attribute, whatever its namespace; null if there is none. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The text of the element that begins here, up to its end, without that of elements inside. */
  String text() throws IOException {
    int outer = depth - 1;
    Pieces text = new Pieces();
    while (depth > outer) {
      int event = event();
      boolean isText =
          event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE;
      if (isText && depth == outer + 1) {
        text.add(piece());
      }
    }
    return text.joined();
  }

  /**
   * The text of a string item that begins here, up to its end, in one piece however it is
   * formatted, without its reading aids for Japanese.
   */
  String richText() throws IOException {
    int outer = depth - 1;
    Pieces text = new Pieces();
    while (depth > outer && next()) {
      if (isStart("t")) {
        text.add(text());
      } else if (isStart("rPh")) {
        text();
      }
    }
    return EscapedText.decode(text.joined());
  }

  /** The pieces of a text; nearly always there is only one. */
  private static final class Pieces {

    private String first = "";
    private @Nullable StringBuilder all;

    void add(String piece) throws IOException {
      if (first.isEmpty()) {
        first = piece;
        return;
      }
      StringBuilder text = all == null ? new StringBuilder(first) : all;
      all = text.append(piece);
      if (text.length() > MAX_TEXT) {
        throw new IOException("has a cell of more than " + MAX_TEXT + " characters");
      }
    }

    String joined() {
      return all == null ? first : all.toString();
    }
  }

  private int event() throws IOException {
    try {
      if (!xml.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (event == XMLStreamConstants.DTD || depth > MAX_DEPTH) {
        throw new IOException("is built as no spreadsheet program builds one");
      }
      if (event == XMLStreamConstants.END_DOCUMENT && depth > 0) {
        throw new IOException("ends in the middle");
      }
      return event;
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private String piece() throws IOException {
    try {
      return xml.getText();
    } catch (UncheckedStreamException e) { // the text is parsed when it is asked for
      throw failure(e);
    }
  }

  private static IOException failure(Exception e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException input) {
        return input;
      }
    }
    return new IOException(
        "is damaged: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
