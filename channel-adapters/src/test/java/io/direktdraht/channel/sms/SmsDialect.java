package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SMS as Twilio documents it.
public final class SmsDialect implements MediaDialect {
  public static final String ACCOUNT = "AC00000000000000000000000000000001";
  public static final String TOKEN = "auth-secret-of-the-test";
  public static final String FROM = "+15551230002";
  public static final String PUBLIC = "https://chat.example.com";
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HEADER = "X-Twilio-Signature";

  static SmsSettings settings(URI url, Duration timeout) {
    return new SmsSettings(
        new Line.Id("sms-de"), ACCOUNT, TOKEN, FROM, URI.create(PUBLIC), true, url, timeout);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new SmsHook(settings, clock),
        new SmsSender(settings, clock),
        new SmsShelf(settings, FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((call, number) ->
        "{\"sid\":\"SM%032d\",\"status\":\"queued\",\"num_segments\":\"1\",\"error_code\":null}"
            .formatted(number))
        .listing("/Messages.json", SmsDialect::listing);
  }

  private static String listing(List<JsonNode> taken) {
    var messages = new ArrayList<String>();
    for (int i = taken.size(); i > 0; i--)
      messages.add(
          "{\"sid\":\"SM%032d\",\"direction\":\"outbound-api\",\"body\":%s,\"num_media\":\"%d\",\"status\":\"sent\"}"
              .formatted(
                  i,
                  JSON.writeValueAsString(taken.get(i - 1).path("Body").asString("")),
                  taken.get(i - 1).has("MediaUrl") ? 1 : 0));
    return "{\"messages\":[" + String.join(",", messages) + "]}";
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    var address = PUBLIC + "/webhooks/sms/sms-de" + (query.isEmpty() ? "" : "?" + query);
    return headers(mac(TOKEN, address + fields(body)));
  }

  private static String fields(byte[] body) {
    var pairs = new ArrayList<String>();
    for (var pair : new String(body, StandardCharsets.UTF_8).split("&", -1))
      if (pair.indexOf('=') > 0)
        pairs.add(URLDecoder.decode(pair.replaceFirst("=", "\t"), StandardCharsets.UTF_8));
    Collections.sort(pairs);
    return String.join("", pairs).replace("\t", "");
  }

  static String mac(String token, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static HttpHeaders headers(String... values) {
    var headers = new HttpHeaders();
    headers.put(HEADER, List.of(values));
    headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    return headers;
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    var address = PUBLIC + "/webhooks/sms/sms-de";
    var right = mac(TOKEN, address + fields(body));
    return List.of(
        new HttpHeaders(),
        headers(""),
        headers(right.substring(1)),
        headers(right.substring(0, 10)),
        headers("!" + right.substring(1)),
        headers(right, right),
        headers(mac("another token", address + fields(body))),
        headers(mac(TOKEN, address)),
        headers(mac(TOKEN, address.replace("https", "http") + fields(body))),
        headers(mac(TOKEN, address.replace(".com", ".com:8443") + fields(body))),
        headers(mac(TOKEN, address + "?a=1" + fields(body))));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return form("MessageSid", "SMin" + order, "Body", text, "From", id(contact), "NumMedia", "0");
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    return form(
        "MessageSid",
        "SMin" + order,
        "Body",
        words,
        "From",
        id(contact),
        "NumMedia",
        "1",
        "MediaContentType0",
        "image/png",
        "MediaUrl0",
        media + "/files/" + file);
  }

  static String form(String... pairs) {
    var fields = new ArrayList<String>();
    for (int i = 0; i < pairs.length; i += 2)
      fields.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    fields.add("To=" + URLEncoder.encode(FROM, StandardCharsets.UTF_8));
    return String.join("&", fields);
  }

  @Override
  public String poisoned(int order) {
    return form("MessageSid", "SMpoison" + order, "Body", "x");
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    throw new UnsupportedOperationException("nothing can be pressed");
  }

  @Override
  public String id(int contact) {
    return "+1555000" + contact;
  }

  @Override
  public String text(JsonNode call) {
    return call.path("Body").asString();
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    return call.path("MediaUrl").asStringOpt();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return Arrays.stream(text(call).split("\n", -1))
        .filter(line -> line.matches("\\d+\\. .*"))
        .map(line -> line.replaceFirst("\\d+\\. ", ""))
        .toList();
  }

  @Override
  public Optional<Told> status(JsonNode call, String status) {
    var query = URI.create(call.path("StatusCallback").asString()).getRawQuery();
    return Optional.of(
        new Told(query, form("MessageSid", "SM" + call.hashCode(), "MessageStatus", status)));
  }

  @Override
  public Optional<String> reach(int contact, int order, boolean reachable) {
    var type = reachable ? "START" : "STOP";
    return Optional.of(
        form(
            "MessageSid",
            "SMreach" + order,
            "Body",
            type,
            "From",
            id(contact),
            "OptOutType",
            type));
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public boolean looks() {
    return true;
  }

  @Override
  public boolean buttons() {
    return false;
  }

  @Override
  public boolean ordered() {
    return false;
  }

  @Override
  public Optional<Known> known() {
    var says = new Reaction.Says(200, "{\"friendly_name\":\"Lindenhof\",\"status\":\"active\"}");
    return Optional.of(
        new Known("/2010-04-01/Accounts/" + ACCOUNT + ".json", says, "Lindenhof · active"));
  }

  @Override
  public Reaction deadCredentials() {
    return error(401, 20003);
  }

  @Override
  public Reaction blocked() {
    return error(400, 21211);
  }

  @Override
  public Reaction invalid() {
    return error(400, 21617);
  }

  @Override
  public Reaction slow(int seconds) {
    return new Reaction.Says(429, body(429, 20429), "" + seconds);
  }

  @Override
  public boolean slowsOneContact() {
    return false;
  }

  static Reaction error(int status, int code) {
    return new Reaction.Says(status, body(status, code));
  }

  private static String body(int status, int code) {
    return "{\"code\":%d,\"message\":\"what\",\"more_info\":\"x\",\"status\":%d}"
        .formatted(code, status);
  }
}
