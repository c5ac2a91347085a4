package io.direktdraht.server;

import io.direktdraht.bot.words.Company;
import io.direktdraht.channel.directline.DirectLineSettings;
import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.rasa.socket.SocketSettings;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.server.advise.AdviserSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// Every setting. `application.yml` shows each with its default; a value that makes no sense, or a
/// name that is none, stops the start.
@ConfigurationProperties(prefix = "direktdraht", ignoreUnknownFields = false)
public record DirektdrahtSettings(
    Path data,
    boolean demo,
    Path catalogue,
    Path escalation,
    Recognition recognition,
    AdviserSettings adviser,
    Duration sweep,
    Database database,
    Redis redis,
    Company company,
    Hours hours,
    Desk desk,
    Web web,
    Files files,
    Rasa rasa,
    List<WhatsAppSettings> whatsapp,
    List<MessengerSettings> messenger,
    List<MessengerSettings> instagram,
    List<TelegramSettings> telegram,
    List<SmsSettings> sms,
    List<DirectLineSettings> directline,
    List<SlackSettings> slack,
    List<LineSettings> line,
    List<WebhookSettings> webhook,
    Platforms platforms,
    Onward onward,
    Mail mail,
    Orders orders,
    Customers customers,
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

  /// `url`: the Redis through which several nodes wake each other, e.g. `redis://host:6379`; empty:
  /// there is one node.
  public record Redis(String url) {
    @Override
    public String toString() {
      return "Redis[url=***]";
    }
  }

  /// `week`: lines like `MONDAY-FRIDAY 08:00-12:00 13:00-18:00`; `exceptions`: dates with other
  /// periods or none; `holidays`: a country or region whose public holidays are free, or empty.
  public record Hours(
      List<String> week, List<String> exceptions, String holidays, ZoneId zone, Duration within) {}

  /// How conversations are given to people. `weights`: what a conversation of a channel takes of an
  /// agent's `capacity` (others take 1).
  public record Desk(
      Duration acceptWithin,
      Duration widenAfter,
      Duration silentAfter,
      Duration handling,
      Duration longestTold,
      Duration longestWait,
      Duration idle,
      Duration settling,
      int callbacks,
      int capacity,
      List<String> languages,
      Map<String, Integer> weights,
      Goals goals,
      Map<String, Team> teams,
      Map<String, Person> people) {}

  /// In opening time; `warnAt`: after this share of it there is a warning.
  public record Goals(
      @Nullable Duration firstAnswer,
      @Nullable Duration nextAnswer,
      @Nullable Duration resolve,
      @Nullable Double warnAt) {}

  /// What a team does its own way; what is not given counts as for everybody. `mode`: `push`
  /// (people are asked to take a contact) or `pull` (they look for themselves).
  public record Team(
      @Nullable String mode,
      @Nullable List<String> week,
      @Nullable List<String> exceptions,
      @Nullable Goals goals) {}

  /// What one agent can do, by account name. No teams: every team. Skills have levels 1 to 3.
  public record Person(
      @Nullable List<String> teams,
      @Nullable Map<String, Integer> skills,
      @Nullable List<String> languages,
      @Nullable Integer capacity) {}

  /// `identityKey`: by which the shop proves who is signed in; empty for a shop that does not.
  public record Web(
      List<String> origins,
      int longestText,
      int perMinute,
      int burst,
      Duration tokenLife,
      String identityKey) {
    @Override
    public String toString() {
      return "Web[origins=" + origins + "]";
    }
  }

  /// Files in messages: `longest` of one, `most` in one message, `daily` of one contact or agent.
  /// What no message refers to is swept after `unsent`. `url`: where the world reaches us, for
  /// links that hold for `links`.
  public record Files(
      DataSize longest, int most, DataSize daily, Duration unsent, URI url, Duration links) {}

  /// `token` empty: one is derived from the master key and printed at the start.
  public record Rasa(
      String token,
      Duration longestWait,
      @Nullable URI callback,
      String callbackSecret,
      Duration callbackTimeout,
      SocketSettings socket) {
    @Override
    public String toString() {
      return "Rasa[callback=" + callback + "]";
    }
  }

  /// What all lines of platforms share. `patience`: how long a message waits for one that was
  /// written before it. `retention`: how long a repeated call is recognised, and one that nobody
  /// can read is kept. `gestures`: whether contacts see that somebody writes, and what was read.
  /// `templates`: how long they are known before the platform is asked again.
  public record Platforms(
      Duration patience, Duration retention, boolean gestures, Duration templates, Media media) {}

  /// Files that contacts send: how often one is asked for, how long until the second time, how long
  /// one attempt may take, and the hosts besides the platform's own, by channel.
  public record Media(
      int attempts, Duration firstPause, Duration timeout, Map<String, List<String>> hosts) {}

  /// Lines on which a visitor can go on. `life`: how long a code leads there.
  public record Onward(List<Way> to, Duration life) {
    /// `line` of a platform; `name` as people call it; in `url` `{text}` is what they send there,
    /// `{code}` the code alone.
    public record Way(String line, String name, String url) {}
  }

  /// Mailboxes. `poll`: how often to look; `largest`: of a mail that is read; `lookBack`: how old a
  /// mail may be; `automatic`: mails an hour that one address gets from the bot; `unreadFor`: after
  /// so long an agent's answer that nobody read on the website goes by mail too.
  public record Mail(
      List<MailSettings> lines,
      Duration poll,
      DataSize largest,
      Duration lookBack,
      int automatic,
      Duration unreadFor) {}

  /// Where orders are looked up: `{number}` in the URL is replaced. Null: no shop.
  public record Orders(@Nullable String url, @Nullable String token, Duration timeout) {
    @Override
    public String toString() {
      return "Orders[url=" + url + "]";
    }
  }

  /// Where the shop is asked for a customer's tier and open complaints: `{customer}` in the URL is
  /// the id that it vouched for. Null: nobody tells.
  public record Customers(@Nullable String url, @Nullable String token, Duration timeout) {
    @Override
    public String toString() {
      return "Customers[url=" + url + "]";
    }
  }

  public record Delivery(
      int attempts, Duration firstPause, Duration longestPause, Duration lease, int inFlight) {}
}
