package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.ConversationLog;
import java.util.Optional;

/// What we said on one line.
record OurWords(Line line, ConversationLog log) {
  Optional<Content> at(Reference place) {
    return log.read(place.conversation(), place.seq() - 1, 1).stream()
        .filter(recorded -> recorded.seq() == place.seq())
        .flatMap(recorded -> in(recorded.event()).stream())
        .findFirst();
  }

  Optional<Content> in(ConversationEvent event) {
    return event instanceof ConversationEvent.MessageSent(var message, _)
            && message.line().equals(line.id())
        ? Optional.of(message.content())
        : Optional.empty();
  }
}
