package io.direktdraht.channel.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes text of bytes whose character set is named, misnamed or not named at all: as declared,
/// else UTF-8, else windows-1252, which reads everything.
final class Charsets {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Charsets() {}

  static String decoded(byte[] bytes, @Nullable String declared) {
    return named(declared)
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WINDOWS));
  }

  /// US-ASCII is what mails without umlauts declare; UTF-8 reads that and more.
  private static Optional<Charset> named(@Nullable String declared) {
    if (declared == null) return Optional.empty();
    try {
      var charset = Charset.forName(declared.strip().replace("\"", ""));
      return Optional.of(
          charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
