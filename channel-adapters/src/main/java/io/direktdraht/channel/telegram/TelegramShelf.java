package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Asks `getFile` for a file's path, and fetches it from there; up to 20 MB.
public final class TelegramShelf implements Shelf {
  private final TelegramSettings settings;
  private final Downloads downloads;

  public TelegramShelf(TelegramSettings settings, Downloads downloads) {
    this.settings = settings;
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    var id = URLEncoder.encode(file, StandardCharsets.UTF_8);
    return switch (downloads.get(settings.method("getFile?file_id=" + id), null)) {
      case Download.Fetched(var answer) -> {
        var path = Lookup.read(answer).path("result").path("file_path").asString("");
        // Any other path could lead out of the bot's own files.
        yield path.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\\.[A-Za-z0-9]+)*")
            ? downloads.get(settings.file(path), null)
            : new Download.Later("an answer without path");
      }
      // "file is too big" or "wrong file_id": both 400
      case Download.Refused(var why) -> new Download.Gone(why);
      case Download failed -> failed;
    };
  }

  @Override
  public void close() {
    downloads.close();
  }
}
