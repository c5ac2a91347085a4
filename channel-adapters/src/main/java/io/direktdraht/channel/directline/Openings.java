package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How conversations are opened: tokens for them, and the address of a stream.
final class Openings {
  private static final int MOST_ORIGINS = 20;
  private final Passes passes;

  Openings(Passes passes) {
    this.passes = passes;
  }

  /// A token for a new conversation: `{"user":{"id","name"},"trustedOrigins":[]}`, all optional.
  String token(Caller.Shop shop, String body) throws Refused {
    var said = said(body);
    var conversation = passes.conversation(shop.settings().line());
    return answer(shop, new Address(shop.settings().line(), conversation), said);
  }

  private String answer(Caller.Shop shop, Address address, @Nullable JsonNode said) throws Refused {
    var token = passes.token(address, user(said), origins(said), life(shop.settings()));
    return Activity.JSON.write(opened(address, token, shop.settings()));
  }

  String refresh(Caller.Client client) {
    var address = client.pass().address();
    return Activity.JSON.write(opened(address, renewed(client), client.settings()));
  }

  /// A new conversation for whoever holds the secret.
  String begin(Caller.Shop shop, String body, HttpServletRequest request) throws Refused {
    var said = said(body);
    var line = shop.settings().line();
    var address = new Address(line, passes.conversation(line));
    var token = passes.token(address, user(said), List.of(), life(shop.settings()));
    return streamed(address, token, shop, null, request);
  }

  String open(Caller.Client client, @Nullable Long mark, HttpServletRequest request) {
    return streamed(client.pass().address(), renewed(client), client, mark, request);
  }

  /// The same conversation with a new stream.
  String again(Caller caller, Address address, @Nullable Long mark, HttpServletRequest request) {
    return switch (caller) {
      case Caller.Client client -> open(client, mark, request);
      case Caller.Shop shop ->
          streamed(
              address,
              passes.token(address, null, List.of(), life(shop.settings())),
              shop,
              mark,
              request);
    };
  }

  private String renewed(Caller.Client client) {
    var pass = client.pass();
    return passes.token(pass.address(), pass.user(), pass.origins(), life(client.settings()));
  }

  private String streamed(
      Address address,
      String token,
      Caller caller,
      @Nullable Long mark,
      HttpServletRequest request) {
    var answer = opened(address, token, caller.settings());
    var ticket = passes.ticket(address, mark, caller.origins());
    answer.put("streamUrl", stream(request, address, ticket));
    return Activity.JSON.write(answer);
  }

  /// The stream is where the caller found us.
  private static String stream(HttpServletRequest request, Address address, String ticket) {
    var scheme = request.isSecure() ? "wss" : "ws";
    var host = request.getHeader("Host");
    return scheme
        + "://"
        + (host == null ? request.getServerName() + ":" + request.getServerPort() : host)
        + "/v3/directline/conversations/"
        + address.conversation()
        + "/stream?t="
        + URLEncoder.encode(ticket, StandardCharsets.UTF_8);
  }

  private static Map<String, Object> opened(
      Address address, String token, DirectLineSettings settings) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("conversationId", address.conversation());
    answer.put("token", token);
    answer.put("expires_in", life(settings).toSeconds());
    return answer;
  }

  private static Duration life(DirectLineSettings settings) {
    return Objects.requireNonNull(settings.tokenLife());
  }

  private static @Nullable JsonNode said(String body) throws Refused {
    if (body.isBlank()) return null;
    try {
      return Activity.JSON.object(body);
    } catch (StrictJson.Broken broken) {
      throw Refused.bad(String.valueOf(broken.getMessage()));
    }
  }

  private static Pass.@Nullable User user(@Nullable JsonNode said) throws Refused {
    return said == null ? null : Activity.user(said.get("user"));
  }

  private static List<String> origins(@Nullable JsonNode said) throws Refused {
    var named = said == null ? null : said.get("trustedOrigins");
    if (named == null || named.isNull()) return List.of();
    if (!named.isArray() || named.size() > MOST_ORIGINS)
      throw Refused.bad("trustedOrigins must be a list of at most " + MOST_ORIGINS);
    var origins = new ArrayList<String>();
    for (var one : named) {
      if (!one.isString() || !one.stringValue().matches("https?://[^/\\s]{1,200}"))
        throw Refused.bad("trustedOrigins must be like https://shop.example");
      origins.add(one.stringValue());
    }
    return origins;
  }
}
