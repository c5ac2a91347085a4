package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;
import java.util.Optional;

/// Asks `GET /{version}/{media id}` where a file is, and fetches it from there within the five
/// minutes that the address holds; both with the access token.
public final class WhatsAppShelf implements Shelf {
  private final WhatsAppSettings settings;
  private final Downloads downloads;

  public WhatsAppShelf(WhatsAppSettings settings, Downloads downloads) {
    this.settings = settings;
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    if (!file.matches("[A-Za-z0-9_-]{1,255}")) return new Download.Gone("no id of a file");
    var bearer = "Bearer " + settings.accessToken();
    return switch (downloads.get(settings.media(file), bearer)) {
      case Download.Fetched(var answer) ->
          Optional.of(Lookup.read(answer).path("url").asString(""))
              .flatMap(Lookup::address)
              .map(address -> downloads.get(address, bearer))
              .orElseGet(() -> new Download.Later("an answer without address"));
      case Download failed -> failed;
    };
  }

  @Override
  public void close() {
    downloads.close();
  }
}
