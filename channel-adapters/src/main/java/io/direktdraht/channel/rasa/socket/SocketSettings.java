package io.direktdraht.channel.rasa.socket;

import io.direktdraht.conversation.Line;
import java.util.List;

/// The Rasa line over socket.io. `origins` are pages that may connect besides our own; the events'
/// names are the `user_message_evt` and `bot_message_evt` of Rasa's credentials; `longestText`
/// counts characters; `perMinute` and `burst` limit one visitor's messages.
public record SocketSettings(
    boolean enabled,
    List<String> origins,
    String userEvent,
    String botEvent,
    int longestText,
    int perMinute,
    int burst) {
  public static final Line.Id LINE = new Line.Id("socketio");

  public SocketSettings {
    origins = List.copyOf(origins);
    if (userEvent.isBlank() || botEvent.isBlank())
      throw new IllegalArgumentException("rasa.socket: user-event and bot-event must be named");
    if (longestText < 1 || longestText > 20_000)
      throw new IllegalArgumentException(
          "rasa.socket.longest-text must be 1 to 20000, was " + longestText);
    if (perMinute < 1 || burst < 1)
      throw new IllegalArgumentException("rasa.socket: per-minute and burst must be at least 1");
  }
}
