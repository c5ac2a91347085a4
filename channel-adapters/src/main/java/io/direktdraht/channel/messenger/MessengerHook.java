package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.MetaCall;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Webhooks of objects `page` and `instagram`, signed with the app's secret.
public final class MessengerHook implements Hook {
  private static final int LONGEST_BODY = 5 * 1024 * 1024;
  private final MessengerSettings settings;
  private final Network network;
  private final MessengerEvent.Us own;

  public MessengerHook(MessengerSettings settings, Network network) {
    this.settings = settings;
    this.network = network;
    this.own = new MessengerEvent.Us(settings.account(network), settings.appId());
  }

  @Override
  public Line line() {
    return settings.asLine(network);
  }

  @Override
  public int longestBody() {
    return LONGEST_BODY;
  }

  @Override
  public Optional<String> handshake(Map<String, String> query) {
    return settings.app().handshake(query);
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return settings.app().authentic(webhook);
  }

  @Override
  public boolean meant(String kept) {
    return MetaCall.entriesOf(kept).stream()
        .anyMatch(entry -> entry.path("id").asString("").equals(own.account()));
  }

  @Override
  public Telling read(String kept) {
    var call = MetaCall.of(kept);
    var occurrences = new ArrayList<Occurrence>();
    for (var entry : call.entries()) {
      var account = entry.path("id").asString("");
      boolean ours = account.equals(own.account());
      for (var event : entry.path("messaging"))
        if (ours) occurrences.addAll(MessengerEvent.all(event, own));
        else occurrences.add(misdirected(event, account));
      if (ours)
        for (var event : entry.path("standby"))
          occurrences.addAll(MessengerEvent.elsewhere(event, own));
    }
    return new Telling(call.key(), occurrences);
  }

  private static Occurrence misdirected(JsonNode event, String account) {
    var theirs = new MessengerEvent.Us(account, null);
    boolean written =
        MessengerEvent.all(event, theirs).stream().anyMatch(Occurrence.Done.class::isInstance);
    return Occurrence.misdirected(account, written);
  }
}
