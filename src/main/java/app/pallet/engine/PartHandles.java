package app.pallet.engine;

import app.pallet.change.RowKey;
import app.pallet.schema.UnreadableValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Gives out a number for each key it is asked about, from 0 up, and keeps the key for it as packed
 * bytes: with a text of 12 characters a row takes about 30 bytes, and no object of its own. For any
 * thread; whoever asks for the key of a number waits for nobody.
 */
public final class PartHandles implements RowHandles {

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** Bytes of keys in one array; a longer key has one of its own. */
  private static final int PAGE = 1 << 20;

  private static final int PAGE_SHIFT = 32;

  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;
  private static final byte DECIMAL = 3;
  private static final byte ID = 4;
  private static final byte UNKEYED = 5;

  /** A text that is no Unicode, as half a character can be typed or pasted. */
  private static final byte HALVES = 6;

  private static final byte BYTES = 7;

  private final int parts;
  private volatile byte[][] pages = new byte[4][];
  private volatile long[][] places = new long[4][];
  private int page = -1;
  private int end = PAGE;
  private int size;
  private int[] slots = new int[1 << 10];
  private ByteBuffer packed = ByteBuffer.allocate(64);

  /**
   * No keys yet.
   *
   * @param parts how many columns the key has
   */
  public PartHandles(int parts) {
    this.parts = parts;
  }

  @Override
  public synchronized long of(RowKey.Stored key) {
    pack(key);
    return packed();
  }

  /**
   * The number of a row whose key is one text, without making the text.
   *
   * @param ascii its characters
   */
  public synchronized long of(byte[] ascii) {
    packed.clear();
    pack(TEXT, ascii);
    return packed();
  }

  /** The number of the packed key. */
  private long packed() {
    int length = packed.position();
    int slot = slotOf(hash(packed.array(), 0, length), length);
    if (slots[slot] == 0) {
      add(length);
      slots[slot] = size;
      if (size > slots.length / 2) {
        grow();
      }
      return size - 1L;
    }
    return slots[slot] - 1L;
  }

  @Override
  public RowKey.Stored keyOf(long handle) {
    long place = places[(int) (handle >>> CHUNK_BITS)][(int) handle & (CHUNK - 1)];
    ByteBuffer bytes = ByteBuffer.wrap(pages[(int) (place >>> PAGE_SHIFT)]).position((int) place);
    if (bytes.get(bytes.position()) == UNKEYED) {
      return new RowKey.Unkeyed(bytes.getLong(bytes.position() + 1));
    }
    Object[] values = new Object[parts];
    for (int i = 0; i < parts; i++) {
      values[i] = part(bytes);
    }
    return RowKey.Parts.of(values);
  }

  /** The slot that holds the packed key, or the free one where it belongs. */
  private int slotOf(int hash, int length) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Whether a handle's key is the packed one. No packed key is the beginning of another. */
  private boolean isAt(int handle, int length) {
    long place = placeOf(handle);
    byte[] bytes = pages[(int) (place >>> PAGE_SHIFT)];
    int from = (int) place;
    return from + length <= bytes.length
        && Arrays.equals(bytes, from, from + length, packed.array(), 0, length);
  }

  private long placeOf(int handle) {
    return places[handle >>> CHUNK_BITS][handle & (CHUNK - 1)];
  }

  private void add(int length) {
    if (end + length > PAGE) {
      if (++page == pages.length) {
        pages = Arrays.copyOf(pages, page * 2);
      }
      pages[page] = new byte[Math.max(PAGE, length)];
      end = 0;
    }
    System.arraycopy(packed.array(), 0, pages[page], end, length);
    int chunk = size >>> CHUNK_BITS;
    if (chunk == places.length) {
      places = Arrays.copyOf(places, chunk * 2);
    }
    if (places[chunk] == null) {
      places[chunk] = new long[CHUNK];
    }
    places[chunk][size & (CHUNK - 1)] = ((long) page << PAGE_SHIFT) | end;
    end += length;
    size = Math.incrementExact(size);
  }

  private void grow() {
    int[] larger = new int[Math.multiplyExact(slots.length, 2)];
    for (int handle = 0; handle < size; handle++) {
      long place = placeOf(handle);
      ByteBuffer bytes = ByteBuffer.wrap(pages[(int) (place >>> PAGE_SHIFT)]).position((int) place);
      skip(bytes);
      int slot = hash(bytes.array(), (int) place, bytes.position()) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = handle + 1;
    }
    slots = larger;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B1; // keys that count up lie close together, and so would their slots
    return hash ^ (hash >>> 15);
  }

  private void pack(RowKey.Stored key) {
    packed.clear();
    switch (key) {
      case RowKey.Parts made -> made.values().forEach(this::pack);
      case RowKey.Unkeyed(long number) -> room(1 + Long.BYTES).put(UNKEYED).putLong(number);
      case RowKey.Id id -> throw new IllegalArgumentException("A key of parts is no " + id);
    }
  }

  private void pack(Object part) {
    switch (part) {
      case String text when isUnicode(text) -> pack(TEXT, text.getBytes(StandardCharsets.UTF_8));
      case String text -> pack(HALVES, halves(text));
      case Long number -> room(1 + Long.BYTES).put(NUMBER).putLong(number);
      case UUID id ->
          room(1 + 2 * Long.BYTES)
              .put(ID)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits());
      case UnreadableValue bytes -> pack(BYTES, HexFormat.of().parseHex(bytes.text()));
      default -> pack(DECIMAL, part.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void pack(byte kind, byte[] bytes) {
    ByteBuffer into = room(2 + Integer.BYTES + bytes.length).put(kind);
    if (bytes.length < Byte.MAX_VALUE) {
      into.put((byte) bytes.length);
    } else {
      into.put((byte) -1).putInt(bytes.length);
    }
    into.put(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (packed.remaining() < bytes) {
      int wanted = Math.max(packed.capacity() * 2, packed.position() + bytes);
      packed = ByteBuffer.allocate(wanted).put(packed.flip());
    }
    return packed;
  }

  private Object part(ByteBuffer bytes) {
    byte kind = bytes.get();
    return switch (kind) {
      case NUMBER -> bytes.getLong();
      case ID -> new UUID(bytes.getLong(), bytes.getLong());
      case TEXT -> text(bytes);
      case HALVES -> {
        char[] halves = new char[length(bytes) / Character.BYTES];
        bytes.asCharBuffer().get(halves);
        bytes.position(bytes.position() + halves.length * Character.BYTES);
        yield new String(halves);
      }
      case DECIMAL -> new BigDecimal(text(bytes));
      case BYTES -> {
        byte[] held = new byte[length(bytes)];
        bytes.get(held);
        yield new UnreadableValue(UnreadableValue.Form.BYTES, HexFormat.of().formatHex(held));
      }
      default -> throw new IllegalStateException("A part of kind " + kind);
    };
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[length(bytes)];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static int length(ByteBuffer bytes) {
    byte length = bytes.get();
    return length < 0 ? bytes.getInt() : length;
  }

  /** Goes behind a key. */
  private void skip(ByteBuffer bytes) {
    if (bytes.get(bytes.position()) == UNKEYED) {
      bytes.position(bytes.position() + 1 + Long.BYTES);
      return;
    }
    for (int i = 0; i < parts; i++) {
      switch (bytes.get()) {
        case NUMBER -> bytes.position(bytes.position() + Long.BYTES);
        case ID -> bytes.position(bytes.position() + 2 * Long.BYTES);
        default -> {
          int length = length(bytes);
          bytes.position(bytes.position() + length);
        }
      }
    }
  }

  private static byte[] halves(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    text.chars().forEach(c -> bytes.putChar((char) c));
    return bytes.array();
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }
}
