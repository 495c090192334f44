package app.pallet.cli;

import app.pallet.schema.NumberStyle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Spells enum constants as options do, {@code add-all} for {@code ADD_ALL}, and reads them so.
 *
 * @param <E> the enum
 */
abstract class KebabCase<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

  private final E[] constants;

  KebabCase(Class<E> type) {
    constants = type.getEnumConstants();
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(constants)
        .filter(constant -> spell(constant).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(constants).map(this::spell).iterator();
  }

  /** How a constant is spelt on the command line. */
  String spell(E constant) {
    return of(constant);
  }

  /** Spells decimal signs. */
  static final class Decimals extends KebabCase<NumberStyle> {
    Decimals() {
      super(NumberStyle.class);
    }
  }
}
