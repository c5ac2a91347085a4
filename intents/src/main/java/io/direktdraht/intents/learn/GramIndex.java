package io.direktdraht.intents.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Numbers known grams, without an object per gram: open addressing with linear probing.
public final class GramIndex {
  static final int UNKNOWN = -1;
  private final long[] grams;
  private final int[] numbers;
  private final int mask;
  private final int size;

  /// The place of a gram in the list becomes its number.
  public GramIndex(long[] known) {
    int capacity = Integer.highestOneBit(Math.max(8, known.length)) * 4;
    grams = new long[capacity];
    numbers = new int[capacity];
    mask = capacity - 1;
    size = known.length;
    for (int i = 0; i < known.length; i++) {
      int place = place(known[i]);
      grams[place] = known[i];
      numbers[place] = i;
    }
  }

  public int size() {
    return size;
  }

  public int number(long gram) {
    int place = place(gram);
    return grams[place] == 0 ? UNKNOWN : numbers[place];
  }

  public void write(DataOutput out) throws IOException {
    var inOrder = new long[size];
    for (int i = 0; i < grams.length; i++) if (grams[i] != 0) inOrder[numbers[i]] = grams[i];
    out.writeInt(size);
    for (long gram : inOrder) out.writeLong(gram);
  }

  public static GramIndex read(DataInput in) throws IOException {
    var known = new long[in.readInt()];
    for (int i = 0; i < known.length; i++) known[i] = in.readLong();
    return new GramIndex(known);
  }

  private int place(long gram) {
    int place = (int) gram & mask;
    while (grams[place] != 0 && grams[place] != gram) place = (place + 1) & mask;
    return place;
  }
}
