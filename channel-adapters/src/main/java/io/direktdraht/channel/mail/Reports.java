package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.Bounce.Fate;
import io.direktdraht.channel.mail.Mailroom.Taken;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings what other servers report about our mails to the message that it is about.
final class Reports {
  private final MailLine line;
  private final MailPorts ports;
  private final MailIds ids;

  Reports(MailLine line, MailPorts ports, MailIds ids) {
    this.line = line;
    this.ports = ports;
    this.ids = ids;
  }

  /// Empty when it does not say what it is about: then it is a mail like any other.
  Optional<Taken> take(Mail mail, Bounce bounce) {
    var ours = ids.ours(bounce.about()).or(() -> addressed(mail)).orElse(null);
    if (ours == null)
      return bounce.about().isEmpty() ? Optional.empty() : Optional.of(new Taken.Ignored());
    if (!sent(ours)) return Optional.of(new Taken.Ignored());
    var sent = ports.threads().find(line.id(), ids.of(ours.conversation(), ours.seq()));
    var events = new ArrayList<ConversationEvent>();
    for (var fate : bounce.fates()) {
      var event = event(mail, ours, sent.orElse(null), fate);
      if (event != null) events.add(event);
    }
    if (!events.isEmpty()) append(ours, events, mail.id());
    return Optional.of(new Taken.Reported(ours.conversation()));
  }

  /// By the address that the report came to.
  private Optional<MailIds.Ours> addressed(Mail mail) {
    return mail.refers().stream().flatMap(refers -> ids.reported(refers).stream()).findFirst();
  }

  /// A copy that does not arrive does not make the answer unsent. Null when all is well.
  private @Nullable ConversationEvent event(
      Mail mail, MailIds.Ours ours, @Nullable Entry sent, Fate fate) {
    var now = ports.clock().instant();
    boolean copy = sent != null && sent.others().contains(fate.recipient());
    return switch (fate.what()) {
      case FINE -> null;
      case LATE -> note(mail, "Verspätet: " + fate.said());
      case FAILED ->
          copy
              ? note(
                  mail,
                  "Die Kopie an " + fate.recipient() + " ist nicht angekommen: " + fate.said())
              : new ConversationEvent.SendFailed(ours.seq(), "unreachable", fate.said(), now);
    };
  }

  private ConversationEvent note(Mail mail, String text) {
    return new ConversationEvent.NoteAdded(
        Mailroom.POST, "E-Mail", text, mail.id(), ports.clock().instant());
  }

  private boolean sent(MailIds.Ours ours) {
    return ports.log().read(ours.conversation(), ours.seq() - 1, 1).stream()
        .map(Recorded::event)
        .anyMatch(event ->
            event instanceof ConversationEvent.MessageSent
                || event instanceof ConversationEvent.Forwarded);
  }

  private void append(MailIds.Ours ours, List<ConversationEvent> events, String report) {
    var text = "report:" + report;
    var key =
        new Append.Key(
            "mail:" + line.id(), text.substring(0, Math.min(text.length(), Inbound.LONGEST_ID)));
    ports.log().append(new Append(ours.conversation(), new Append.Condition.Always(), events, key));
  }
}
