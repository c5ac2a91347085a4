package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.log.Masking;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The door in for files, on every line: reads no more than is allowed, tells the kind from the
/// bytes, cleans the name, and stores.
public final class Attaching {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String UNKNOWN = "application/octet-stream";
  private final Attachments attachments;
  private final Limits limits;
  private final Masking masking;
  private final InstantSource clock;

  /// `longest` and `daily` are bytes, of one file and of all that one owner brings within a day;
  /// `most` files fit into one message.
  public record Limits(long longest, int most, long daily) {
    public Limits {
      if (longest < 1 || longest > Integer.MAX_VALUE / 4)
        throw new IllegalArgumentException(
            "files.longest must be 1 byte to 512 MB, was " + longest);
      if (most < 1 || most > 20)
        throw new IllegalArgumentException("files.most must be 1 to 20, was " + most);
      if (daily < longest)
        throw new IllegalArgumentException(
            "files.daily must be at least files.longest, was " + daily);
    }
  }

  /// What became of a file.
  public sealed interface Result {
    /// Its bytes are on disk.
    record Taken(Attachment attachment) implements Result {}

    record TooBig(long longest) implements Result {}

    /// A picture that claims more points than a screen's memory holds.
    record TooManyPixels(long most) implements Result {}

    record Empty() implements Result {}

    /// Neither picture, PDF, text, sound nor video.
    record OtherKind() implements Result {}

    /// This owner has brought enough for a day.
    record TooMuch() implements Result {}
  }

  /// `masking` hides in names what messages may not show either.
  public Attaching(Attachments attachments, Limits limits, Masking masking, InstantSource clock) {
    this.attachments = attachments;
    this.limits = limits;
    this.masking = masking;
    this.clock = clock;
  }

  public Limits limits() {
    return limits;
  }

  /// Takes a file of one of the known kinds.
  public Result take(InputStream body, String name, String owner) throws IOException {
    return take(Attachment.Id.next(clock.instant()), body, name, owner, false);
  }

  /// Takes a file of one of the known kinds under an id that its sender's line chose; what is there
  /// already stays.
  public Result takeOnce(Attachment.Id id, InputStream body, String name, String owner)
      throws IOException {
    var before = taken(id);
    return before.isPresent() ? new Result.Taken(before.get()) : take(id, body, name, owner, false);
  }

  /// What was taken under this id.
  public Optional<Attachment> taken(Attachment.Id id) {
    return attachments.find(id).map(Attachments.Stored::attachment);
  }

  /// Takes a file of any kind, e.g. out of a mail; an unknown one is only ever handed out as a
  /// file.
  public Result takeAny(InputStream body, String name, String owner) throws IOException {
    return take(Attachment.Id.next(clock.instant()), body, name, owner, true);
  }

  /// These files for one message of their owner; empty when one is not there, is another's, or when
  /// they are too many.
  public Optional<List<Attachment>> of(String owner, List<Attachment.Id> ids) {
    if (ids.size() > limits.most) return Optional.empty();
    var found = new ArrayList<Attachment>();
    for (var id : ids)
      attachments
          .find(id)
          .filter(stored -> stored.owner().equals(owner))
          .ifPresent(stored -> found.add(stored.attachment()));
    return found.size() == ids.size() ? Optional.of(found) : Optional.empty();
  }

  private Result take(Attachment.Id id, InputStream body, String name, String owner, boolean any)
      throws IOException {
    var bytes = body.readNBytes((int) limits.longest + 1);
    if (bytes.length == 0) return new Result.Empty();
    if (bytes.length > limits.longest) return new Result.TooBig(limits.longest);
    var kind = FileKind.of(bytes);
    if (kind.isEmpty() && !any) return new Result.OtherKind();
    if (kind.filter(known -> Pixels.of(known, bytes) > Pixels.MOST).isPresent())
      return new Result.TooManyPixels(Pixels.MOST);
    var now = clock.instant();
    if (attachments.brought(owner, now.minus(DAY)) + bytes.length > limits.daily)
      return new Result.TooMuch();
    var cleaned = FileName.cleaned(masking.masked(name));
    var attachment =
        new Attachment(
            id,
            kind.map(known -> FileName.ending(cleaned, known.endings())).orElse(cleaned),
            kind.map(FileKind::mediaType).orElse(UNKNOWN),
            bytes.length);
    attachments.store(attachment, owner, bytes, now);
    return new Result.Taken(attachment);
  }
}
