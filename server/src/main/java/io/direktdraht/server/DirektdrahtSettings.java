package io.direktdraht.server;

import io.direktdraht.bot.words.Company;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Every setting. `application.yml` shows each with its default; a value that makes no sense stops
/// the start.
@ConfigurationProperties("direktdraht")
public record DirektdrahtSettings(
    Path data,
    boolean demo,
    Path catalogue,
    Recognition recognition,
    Duration sweep,
    Database database,
    Company company,
    Hours hours,
    Web web,
    Rasa rasa,
    Orders orders,
    Delivery delivery) {

  /// `encoder`: `bundled`, `none`, or a folder with `model.onnx` and `tokenizer.json`. `models`
  /// null: learnt models are kept in the data folder; `shippedModels`: where else some may be
  /// found. `products`: names, one a line; missing: none are known. `retention`: the share of own
  /// messages that shall not be taken for strange.
  public record Recognition(
      String encoder,
      @Nullable Path models,
      @Nullable Path shippedModels,
      Path products,
      double retention) {}

  /// `url` empty: the embedded database in the data folder.
  public record Database(String url, @Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "Database[user=" + user + ", password=***]";
    }
  }

  public record Hours(
      Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone, Duration within) {}

  public record Web(
      List<String> origins, int longestText, int perMinute, int burst, Duration tokenLife) {}

  /// `token` empty: one is derived from the master key and printed at the start.
  public record Rasa(
      String token,
      Duration longestWait,
      @Nullable URI callback,
      String callbackSecret,
      Duration callbackTimeout) {
    @Override
    public String toString() {
      return "Rasa[callback=" + callback + "]";
    }
  }

  /// Where orders are looked up: `{number}` in the URL is replaced. Null: no shop.
  public record Orders(@Nullable String url, @Nullable String token, Duration timeout) {
    @Override
    public String toString() {
      return "Orders[url=" + url + "]";
    }
  }

  public record Delivery(
      int attempts, Duration firstPause, Duration longestPause, Duration lease, int inFlight) {}
}
