package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Template.Filling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTemplateTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(POLICY);

  @Test
  void aTemplateNeverLeavesByAPlatformThatKnowsNoTemplates() throws InterruptedException {
    var platform = new Scripts(false);
    var seen = out.saying();
    var filled = ((Filling.Fits) Forms.plain().fill(Map.of())).content();
    var message = new Message(new Author.Agent(ANA, "Ana"), PUSHED, filled, null);
    var sent = List.<ConversationEvent>of(new ConversationEvent.MessageSent(message, NINE));
    out.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), sent));
    var outbox = out.to(platform);
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
    assertThat(platform.sent).isEmpty();
    assertThat(out.failures(seen)).extracting(SendFailed::failure).containsExactly("invalid");
  }
}
