package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;

/// Fetches from the address that the webhook names, which holds for a while; without credentials.
public final class MessengerShelf implements Shelf {
  private final Downloads downloads;

  public MessengerShelf(Downloads downloads) {
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    return Lookup.address(file)
        .map(address -> downloads.get(address, null))
        .orElseGet(() -> new Download.Refused("no address"));
  }

  @Override
  public void close() {
    downloads.close();
  }
}
