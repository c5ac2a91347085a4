package io.direktdraht.channel.sms;

import io.direktdraht.channel.access.Endpoint;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One number at Twilio. `from`: a number like +15550001 or a messaging service (MG…). `publicUrl`:
/// our address as Twilio calls it, without a path; it is part of what Twilio signs. `mms`: whether
/// the number sends pictures, as those in the US and Canada can. Null: the default of `url` and
/// `timeout`.
public record SmsSettings(
    Line.Id line,
    String accountSid,
    String authToken,
    String from,
    URI publicUrl,
    boolean mms,
    @Nullable URI url,
    @Nullable Duration timeout) {
  public static final String CHANNEL = "sms";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public SmsSettings {
    if (line == null) throw new IllegalArgumentException("sms: every line needs a line (name)");
    if (accountSid == null || !accountSid.matches("AC[0-9a-zA-Z]{1,64}"))
      throw new IllegalArgumentException(
          "sms " + line + ": account-sid must begin with AC, was '" + accountSid + "'");
    if (authToken == null || authToken.isBlank())
      throw new IllegalArgumentException("sms " + line + ": auth-token must not be empty");
    if (from == null || !from.matches("\\+\\d{3,20}|MG[0-9a-zA-Z]{1,64}"))
      throw new IllegalArgumentException(
          "sms " + line + ": from must be like +15550001 or MG…, was '" + from + "'");
    if (publicUrl == null || publicUrl.getHost() == null || publicUrl.toString().endsWith("/"))
      throw new IllegalArgumentException(
          "sms " + line + ": public-url must be like https://chat.example, was " + publicUrl);
    url =
        url == null
            ? URI.create("https://api.twilio.com")
            : Endpoint.checked("sms " + line + ": url", url);
    timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException(
          "sms " + line + ": timeout must be up to 30 s, was " + timeout);
  }

  public Line asLine() {
    return new Line(line, CHANNEL, true);
  }

  /// Where Twilio calls us.
  String webhook() {
    return publicUrl + "/webhooks/" + CHANNEL + "/" + line;
  }

  /// The same as Twilio may write it when it signs: with its scheme's own port, and without.
  List<String> signedWebhooks() {
    int own = "https".equals(publicUrl.getScheme()) ? 443 : 80;
    var host = publicUrl.getScheme() + "://" + publicUrl.getHost();
    var path = publicUrl.getRawPath() + webhook().substring(publicUrl.toString().length());
    return publicUrl.getPort() == -1 || publicUrl.getPort() == own
        ? List.of(host + path, host + ":" + own + path)
        : List.of(webhook());
  }

  URI account() {
    return URI.create(url + "/2010-04-01/Accounts/" + accountSid + ".json");
  }

  URI messages() {
    return URI.create(url + "/2010-04-01/Accounts/" + accountSid + "/Messages.json");
  }

  /// What came to our number since the beginning of that day, the newest first; empty for a
  /// messaging service, which has several.
  Optional<URI> received(Instant since) {
    if (from.startsWith("MG")) return Optional.empty();
    var to = URLEncoder.encode(from, StandardCharsets.UTF_8);
    var day = LocalDate.ofInstant(since, ZoneOffset.UTC);
    return Optional.of(URI.create(messages() + "?PageSize=100&To=" + to + "&DateSent%3E=" + day));
  }

  /// A path that Twilio names, at Twilio.
  URI at(String path) {
    return URI.create(url + path);
  }

  /// The newest of what went to this number.
  URI messagesTo(String number) {
    return URI.create(
        messages() + "?PageSize=50&To=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
  }

  /// What Twilio wants to see with every call.
  String basic() {
    var account = accountSid + ":" + authToken;
    return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether it is at Twilio itself, who alone may see the credentials.
  boolean own(URI address) {
    return url != null
        && String.valueOf(url.getScheme()).equals(address.getScheme())
        && String.valueOf(url.getAuthority()).equals(address.getAuthority());
  }

  @Override
  public String toString() {
    return "SmsSettings[line=" + line + ", from=" + from + ", secrets=***]";
  }
}
