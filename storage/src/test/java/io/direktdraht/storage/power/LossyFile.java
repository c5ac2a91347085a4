package io.direktdraht.storage.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One file: what is on disk, and the writes since the last force, which readers already see.
public final class LossyFile {
  /// Disks write whole sectors; of a longer write each may arrive or not.
  private static final int SECTOR = 4096;

  private final FileChannel disk;
  private final List<Write> unforced = new ArrayList<>();
  private long size;
  private boolean cut;

  /// Bytes that are not on disk yet; never longer than a sector.
  public record Write(long position, byte[] bytes) {}

  LossyFile(FileChannel disk) throws IOException {
    this.disk = disk;
    this.size = disk.size();
  }

  /// Closed in peace: it may be opened again.
  synchronized boolean closed() {
    return !cut && !disk.isOpen();
  }

  synchronized int unforced() {
    return unforced.size();
  }

  synchronized long size() throws IOException {
    powered();
    return size;
  }

  synchronized int read(ByteBuffer target, long position) throws IOException {
    powered();
    int length = (int) Math.min(target.remaining(), size - position);
    if (length <= 0) return target.hasRemaining() ? -1 : 0;
    var bytes = new byte[length];
    var stored = ByteBuffer.wrap(bytes);
    while (stored.hasRemaining() && disk.read(stored, position + stored.position()) > 0) {}
    for (var write : unforced) overlay(write, bytes, position);
    target.put(bytes);
    return length;
  }

  synchronized int write(ByteBuffer source, long position) throws IOException {
    powered();
    int length = source.remaining();
    long at = position;
    while (source.hasRemaining()) {
      int sector = (int) Math.min(SECTOR - at % SECTOR, source.remaining());
      var bytes = new byte[sector];
      source.get(bytes);
      unforced.add(new Write(at, bytes));
      at += sector;
    }
    size = Math.max(size, at);
    return length;
  }

  synchronized void truncate(long newSize) throws IOException {
    powered();
    force();
    disk.truncate(newSize);
    size = Math.min(size, newSize);
  }

  synchronized void force() throws IOException {
    powered();
    for (var write : unforced) put(write);
    unforced.clear();
  }

  synchronized void close() throws IOException {
    if (cut) return;
    for (var write : unforced) put(write); // closed in peace; power cuts are sudden
    unforced.clear();
    disk.close();
  }

  FileChannel disk() {
    return disk;
  }

  /// How many writes were lost.
  synchronized int cut(Predicate<Write> survives) {
    if (cut || !disk.isOpen()) return 0;
    cut = true;
    int lost = 0;
    try (disk) {
      for (var write : unforced)
        if (survives.test(write)) put(write);
        else lost++;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return lost;
  }

  private void put(Write write) throws IOException {
    var bytes = ByteBuffer.wrap(write.bytes);
    while (bytes.hasRemaining()) disk.write(bytes, write.position + bytes.position());
  }

  private void powered() throws IOException {
    if (cut) throw new IOException("the power is off");
  }

  private static void overlay(Write write, byte[] bytes, long position) {
    long from = Math.max(write.position, position);
    long to = Math.min(write.position + write.bytes.length, position + bytes.length);
    if (from < to)
      System.arraycopy(
          write.bytes,
          (int) (from - write.position),
          bytes,
          (int) (from - position),
          (int) (to - from));
  }
}
