package io.direktdraht.conversation.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of files that are taken, told by how their bytes begin and never by their name
/// (signatures: each format's specification, and IANA's media types).
public enum FileKind {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg jpeg"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic heif"),
  PDF("application/pdf", "pdf"),
  MP3("audio/mpeg", "mp3"),
  OGG("audio/ogg", "ogg oga opus"),
  WAV("audio/wav", "wav"),
  M4A("audio/mp4", "m4a"),
  AMR("audio/amr", "amr"),
  MP4("video/mp4", "mp4 m4v mov 3gp"),
  TEXT("text/plain", "txt csv log md");

  private static final List<String> HEIC_BRANDS = List.of("heic", "heix", "mif1", "hevc", "heim");
  private static final List<String> VIDEO_BRANDS =
      List.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "3gp", "qt  ");
  private static final int SCANNED = 1 << 20; // of what claims to be text
  private final String mediaType;
  private final String endings;

  FileKind(String mediaType, String endings) {
    this.mediaType = mediaType;
    this.endings = endings;
  }

  public String mediaType() {
    return mediaType;
  }

  /// The usual ones, most usual first, without a dot.
  List<String> endings() {
    return List.of(endings.split(" ", -1));
  }

  /// Empty for what is not taken: programs, archives, markup (it could run), anything unknown.
  public static Optional<FileKind> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return switch (this) {
      case PNG -> at(bytes, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> at(bytes, 0, "\u00ff\u00d8\u00ff");
      case GIF -> at(bytes, 0, "GIF87a") || at(bytes, 0, "GIF89a");
      case WEBP -> at(bytes, 0, "RIFF") && at(bytes, 8, "WEBP");
      case HEIC -> at(bytes, 4, "ftyp") && HEIC_BRANDS.stream().anyMatch(b -> at(bytes, 8, b));
      case PDF -> at(bytes, 0, "%PDF-");
      case MP3 -> at(bytes, 0, "ID3") || frame(bytes);
      case OGG -> at(bytes, 0, "OggS");
      case WAV -> at(bytes, 0, "RIFF") && at(bytes, 8, "WAVE");
      case M4A -> at(bytes, 4, "ftypM4A ");
      case AMR -> at(bytes, 0, "#!AMR");
      case MP4 -> at(bytes, 4, "ftyp") && VIDEO_BRANDS.stream().anyMatch(b -> at(bytes, 8, b));
      case TEXT -> text(bytes);
    };
  }

  private static boolean at(byte[] bytes, int from, String signature) {
    var expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= from + expected.length
        && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
  }

  /// An MPEG audio frame without tags: 11 bits of sync, layer III.
  private static boolean frame(byte[] bytes) {
    return bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe6) == 0xe2;
  }

  private static boolean control(byte b) {
    return (b >= 0 && b < ' ' && "\t\n\r\f".indexOf(b) < 0) || b == 0x7f;
  }

  /// No control characters, and nothing that a reader might take for markup or a script.
  private static boolean text(byte[] bytes) {
    int end = Math.min(bytes.length, SCANNED);
    for (int i = 0; i < end; i++) if (control(bytes[i])) return false;
    var start = new String(bytes, 0, Math.min(end, 512), StandardCharsets.UTF_8);
    var words = start.replace("\ufeff", "").strip();
    return !words.startsWith("<") && !words.startsWith("#!");
  }
}
