package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads back where a contact last wrote: in this conversation, usually a few places ago, else in
/// their others. What is further back than `DEEP` places is as if it had never been.
public final class Hearing {
  private static final int DEEP = 2_000;
  private static final int DEEP_IN_OTHERS = 50;
  private static final int OTHERS = 5;
  private final ConversationLog log;
  private final Conversations conversations;

  /// What is known of a line so far. The latest words win; of two in the same moment those that are
  /// read first, since every conversation is read backwards.
  private static final class Trace {
    private @Nullable Instant at;
    private @Nullable String from;
    private @Nullable String echo;
    private @Nullable Instant there;
    private @Nullable Instant told;
    private boolean reachable = true;
    private @Nullable Instant turned;
    private boolean elsewhere;

    private void heard(Instant when, Message message) {
      if (at != null && !at.isBefore(when)) return;
      at = when;
      from = message.from();
      echo = message.content().echo();
    }

    private void told(Instant when, boolean can) {
      if ((told != null && !told.isBefore(when)) || (at != null && !at.isBefore(when))) return;
      told = when;
      reachable = can;
    }

    /// Their words in the platform's own inbox: the first that are read are the latest.
    private void overheard(Instant when) {
      if (there == null) there = when;
    }

    private void turned(Instant when, boolean away) {
      if ((turned != null && !turned.isBefore(when)) || (at != null && !at.isBefore(when))) return;
      turned = when;
      elsewhere = away;
    }

    private Heard heard() {
      return new Heard(
          at == null || there == null || there.isBefore(at) ? at : there,
          from,
          !reachable && since(told),
          elsewhere && since(turned),
          echo);
    }

    private boolean since(@Nullable Instant when) {
      return when != null && (at == null || !at.isAfter(when));
    }
  }

  public Hearing(ConversationLog log, Conversations conversations) {
    this.log = log;
    this.conversations = conversations;
  }

  /// The key of a note that tells what the contact wrote in the inbox of this line's platform,
  /// where `key` is the platform's: it keeps the window open.
  public static String overheard(Line.Id line, String key) {
    return "overheard:" + line + ":" + key;
  }

  /// One entry for each of these lines.
  public Map<Line.Id, Heard> on(Set<Line.Id> lines, Conversation now) {
    var traces = new HashMap<Line.Id, Trace>();
    for (var line : lines) traces.put(line, new Trace());
    read(now, DEEP, traces);
    if (unheard(traces))
      for (var other : conversations.of(now.contact(), OTHERS))
        if (!other.id().equals(now.id())) read(other, DEEP_IN_OTHERS, traces);
    var heard = new HashMap<Line.Id, Heard>();
    traces.forEach((line, trace) -> heard.put(line, trace.heard()));
    return heard;
  }

  public Heard on(Line.Id line, Conversation now) {
    return on(Set.of(line), now).getOrDefault(line, Heard.NEVER);
  }

  private void read(Conversation conversation, int deep, Map<Line.Id, Trace> traces) {
    log.backwards(conversation)
        .limit(deep)
        .takeWhile(_ -> unheard(traces))
        .forEach(one -> take(one.event(), traces));
  }

  private static void take(ConversationEvent event, Map<Line.Id, Trace> traces) {
    switch (event) {
      case ConversationEvent.MessageReceived(var message, var at) -> {
        var trace = traces.get(message.line());
        if (trace != null) trace.heard(at, message);
      }
      case ConversationEvent.ReachChanged(var line, boolean can, var at) -> {
        var trace = traces.get(line);
        if (trace != null) trace.told(at, can);
      }
      case ConversationEvent.HandledElsewhere(var line, boolean away, _, var at) -> {
        var trace = traces.get(line);
        if (trace != null) trace.turned(at, away);
      }
      case ConversationEvent.NoteAdded note ->
          traces.forEach((line, trace) -> {
            if (note.key().startsWith(overheard(line, ""))) trace.overheard(note.at());
          });
      default -> {}
    }
  }

  private static boolean unheard(Map<Line.Id, Trace> traces) {
    return traces.values().stream().anyMatch(trace -> trace.at == null);
  }
}
