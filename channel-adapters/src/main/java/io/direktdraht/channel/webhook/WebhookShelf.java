package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;
import java.util.Base64;

/// Takes what came with the message, or fetches it from the other side's own host and from listed
/// ones; without credentials.
public final class WebhookShelf implements Shelf {
  /// Before the bytes of a file in base64.
  static final String INLINE = "data:";

  private final Downloads downloads;

  public WebhookShelf(Downloads downloads) {
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    if (file.startsWith(INLINE)) return inline(file.substring(INLINE.length()));
    return Lookup.address(file)
        .map(address -> downloads.get(address, null))
        .orElseGet(() -> new Download.Refused("no address"));
  }

  private static Download inline(String base64) {
    try {
      return new Download.Fetched(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException broken) {
      return new Download.Gone("broken base64");
    }
  }

  @Override
  public void close() {
    downloads.close();
  }
}
