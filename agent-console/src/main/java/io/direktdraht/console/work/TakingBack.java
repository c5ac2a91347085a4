package io.direktdraht.console.work;

import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.way.Takeover;
import io.direktdraht.conversation.way.Way;
import java.time.InstantSource;
import java.util.List;

/// An agent takes a contact back from a platform's own inbox. What the platform says decides, and
/// is written down only then.
public final class TakingBack {
  private final Workplace.Ports ports;
  private final Takeover takeover;
  private final InstantSource clock;

  public TakingBack(Workplace.Ports ports, Takeover takeover, InstantSource clock) {
    this.ports = ports;
    this.takeover = takeover;
    this.clock = clock;
  }

  /// Whoever is back already is not asked for again.
  public Done take(ConversationId id, Account agent, Line.Id line) throws InterruptedException {
    var now = ports.conversations().find(id).orElse(null);
    if (now == null) return new Done.UnknownConversation();
    if (now.stage().owner().filter(agent.id()::equals).isEmpty()) return new Done.NotYours();
    var way = ports.ways().of(now).on(line).orElse(null);
    if (way == null) return new Done.NoWay(line, null);
    if (!(way.state() instanceof Way.State.Elsewhere))
      return new Done.Stored(now.lastSeq(), now.epoch());
    return switch (takeover.take(way.point())) {
      case Takeover.Result.Taken() -> taken(now, agent, line);
      case Takeover.Result.Refused(var why) -> new Done.PlatformRefuses(why);
      case Takeover.Result.Unknown(var why) -> new Done.PlatformSilent(why);
    };
  }

  private Done taken(Conversation now, Account agent, Line.Id line) {
    var back = new ConversationEvent.HandledElsewhere(line, false, agent.id(), clock.instant());
    var append = new Append(now.id(), new Append.Condition.Always(), List.of(back));
    return switch (ports.log().append(append)) {
      case Appended.Done done -> new Done.Stored(done.lastSeq(), done.conversation().epoch());
      case Appended.Repeated(long seq) -> new Done.Stored(seq, now.epoch());
      case Appended.Refused _ -> new Done.UnknownConversation();
    };
  }
}
