package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Lookup;
import io.direktdraht.channel.platform.media.Shelf;

/// Fetches by `GET /v2/bot/message/{id}/content` with the channel access token; of films and sounds
/// it asks first whether LINE has them ready. What somebody else keeps comes from listed hosts,
/// without the token.
public final class LineShelf implements Shelf {
  /// Before the id of what LINE makes ready first.
  static final String TRANSCODED = "transcoded:";

  private static final String ID = "[A-Za-z0-9_-]{1,64}";
  private final LineSettings settings;
  private final Downloads downloads;

  public LineShelf(LineSettings settings, Downloads downloads) {
    this.settings = settings;
    this.downloads = downloads;
  }

  @Override
  public Download fetch(String file) {
    if (file.matches(ID)) return downloads.get(settings.content(file), bearer());
    if (file.matches(TRANSCODED + ID)) return transcoded(file.substring(TRANSCODED.length()));
    return Lookup.address(file)
        .map(address -> downloads.get(address, null))
        .orElseGet(() -> new Download.Refused("no address"));
  }

  private Download transcoded(String id) {
    var content = settings.content(id);
    var asked = content.resolve(content.getPath() + "/transcoding");
    if (!(downloads.get(asked, bearer()) instanceof Download.Fetched(var answer)))
      return downloads.get(content, bearer()); // it says the same, or has it all the same
    var status = Lookup.read(answer).path("status").asString("");
    return switch (status) {
      case "processing" -> new Download.Later("LINE makes it ready");
      case "failed" -> new Download.Gone("LINE could not make it ready");
      default -> downloads.get(content, bearer());
    };
  }

  private String bearer() {
    return "Bearer " + settings.token();
  }

  @Override
  public void close() {
    downloads.close();
  }
}
