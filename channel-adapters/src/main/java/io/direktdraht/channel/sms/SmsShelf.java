package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;

/// Fetches `MediaUrl` with the account's credentials, from Twilio alone; Twilio sends on to where
/// it stores files.
public final class SmsShelf implements Shelf {
  private final SmsSettings settings;
  private final Downloads downloads;

  public SmsShelf(SmsSettings settings, Downloads downloads) {
    this.settings = settings;
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    return Lookup.address(file)
        .map(address -> downloads.get(address, settings.own(address) ? settings.basic() : null))
        .orElseGet(() -> new Download.Refused("no address"));
  }

  @Override
  public void close() {
    downloads.close();
  }
}
