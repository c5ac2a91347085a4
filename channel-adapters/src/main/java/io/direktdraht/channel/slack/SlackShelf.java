package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Fetches `url_private_download` with the bot's token, which must have the scope `files:read`:
/// without it Slack gives its login page instead of the file.
public final class SlackShelf implements Shelf {
  private static final int HEAD = 256;
  private final SlackSettings settings;
  private final Downloads downloads;

  public SlackShelf(SlackSettings settings, Downloads downloads) {
    this.settings = settings;
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    var bearer = "Bearer " + settings.token();
    return Lookup.address(file)
        .map(address -> downloads.get(address, settings.own(address) ? bearer : null))
        .map(SlackShelf::noPage)
        .orElseGet(() -> new Download.Refused("no address"));
  }

  private static Download noPage(Download download) {
    return download instanceof Download.Fetched(var bytes) && page(bytes)
        ? new Download.Refused("a page instead of the file; is the scope files:read missing?")
        : download;
  }

  private static boolean page(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    var start = head.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  @Override
  public void close() {
    downloads.close();
  }
}
