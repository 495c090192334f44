package app.pallet.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a separator of cells: one character, or the word tab. */
final class Separator implements ITypeConverter<Character> {

  @Override
  public Character convert(String text) {
    if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || text.equals("\"")) {
      throw new TypeConversionException("'" + text + "' is no separator; say one character or tab");
    }
    return text.charAt(0);
  }
}
