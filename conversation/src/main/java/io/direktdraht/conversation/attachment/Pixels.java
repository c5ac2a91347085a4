package io.direktdraht.conversation.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How many points a picture claims to have, read from its head without decoding it: a small file
/// can claim more than a screen's memory holds.
final class Pixels {
  /// A camera's largest picture of today, with some air.
  static final long MOST = 100_000_000;

  private Pixels() {}

  /// 0 when the head does not tell.
  static long of(FileKind kind, byte[] bytes) {
    var big = ByteBuffer.wrap(bytes);
    var little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (kind) {
      case PNG -> bytes.length < 24 ? 0 : unsigned(big.getInt(16)) * unsigned(big.getInt(20));
      case GIF ->
          bytes.length < 10 ? 0 : (little.getShort(6) & 0xffffL) * (little.getShort(8) & 0xffff);
      case JPEG -> jpeg(big);
      case WEBP -> bytes.length < 30 ? 0 : webp(little);
      case HEIC, PDF, MP3, OGG, WAV, M4A, AMR, MP4, TEXT -> 0;
    };
  }

  /// Walks over the segments to the frame header (ITU-T T.81, B.1.1.4 and B.2.2).
  private static long jpeg(ByteBuffer bytes) {
    int at = 2;
    while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
      int marker = bytes.get(at + 1) & 0xff;
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) return (bytes.getShort(at + 5) & 0xffffL) * (bytes.getShort(at + 7) & 0xffff);
      at += 2 + Math.max(2, bytes.getShort(at + 2) & 0xffff);
    }
    return 0;
  }

  /// The three kinds of RIFF chunk (RFC 9649, 2.5 to 2.7).
  private static long webp(ByteBuffer bytes) {
    return switch (bytes.get(15)) {
      case ' ' -> (bytes.getShort(26) & 0x3fffL) * (bytes.getShort(28) & 0x3fff);
      case 'L' -> {
        int packed = bytes.getInt(21);
        yield ((packed & 0x3fff) + 1L) * (((packed >> 14) & 0x3fff) + 1);
      }
      case 'X' -> ((bytes.getInt(24) & 0xffffff) + 1L) * ((bytes.getInt(26) >>> 8) + 1L);
      default -> 0;
    };
  }

  private static long unsigned(int value) {
    return Math.min(Integer.toUnsignedLong(value), MOST + 1); // two of them still fit into a long
  }
}
