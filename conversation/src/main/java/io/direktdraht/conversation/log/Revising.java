package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.MessageReceived;
import io.direktdraht.conversation.event.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The door for what contacts change in what they wrote, by the id that their message came with.
public final class Revising {
  private final ConversationLog log;
  private final Masking masking;

  /// `masking` hides what may not be stored, as it does when a message comes.
  public Revising(ConversationLog log, Masking masking) {
    this.log = log;
    this.masking = masking;
  }

  /// Which message of whom: the one that came on this line under the id `message`. `key` is the
  /// change's own id: the same change counts once.
  public record Wish(Line.Id line, String sender, String message, String key, Instant at) {}

  /// False when there is no such message of theirs any more. The same words are no change:
  /// platforms tell of other things too, e.g. of a preview that came.
  public boolean edit(Wish wish, String words) {
    var theirs = theirs(wish);
    theirs.ifPresent(one -> {
      var before = said(one).content().text();
      var after = Content.text(masking.masked(words)).text();
      if (!after.equals(before))
        append(one, wish, new ConversationEvent.MessageEdited(one.seq(), before, after, wish.at));
    });
    return theirs.isPresent();
  }

  /// False when there is no such message of theirs any more.
  public boolean withdraw(Wish wish) {
    var theirs = theirs(wish);
    theirs.ifPresent(
        one -> append(one, wish, new ConversationEvent.MessageWithdrawn(one.seq(), wish.at)));
    return theirs.isPresent();
  }

  private Optional<Recorded> theirs(Wish wish) {
    return log.received(wish.line, wish.message)
        .filter(one -> !said(one).content().isWithdrawn())
        .filter(one -> {
          var from = said(one).from();
          return from == null || from.equals(wish.sender);
        });
  }

  private static Message said(Recorded one) {
    return ((MessageReceived) one.event()).message();
  }

  private void append(Recorded one, Wish wish, ConversationEvent event) {
    var key = new Append.Key(wish.line + ":changes", wish.key);
    log.append(new Append(one.conversation(), new Append.Condition.Always(), List.of(event), key));
  }
}
