package io.direktdraht.conversation.attachment;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogPorts;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every driver of the attachments promises, together with its log.
public interface AttachmentsContract {
  Attachments attachments();

  LogPorts ports();

  @Test
  default void givesBackTheSameBytesAndWhatIsSaidAboutThem() {
    var bytes = new byte[700_001]; // more than one row of any driver
    new Random(1).nextBytes(bytes);
    var file =
        new Attachment(Attachment.Id.next(NINE), "Lärche ä.pdf", "application/pdf", bytes.length);
    attachments().store(file, "web:eva", bytes, NINE);
    assertThat(attachments().bytes(file.id()))
        .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    var stored = attachments().find(file.id()).orElseThrow();
    assertThat(stored.attachment()).isEqualTo(file);
    assertThat(stored.owner()).isEqualTo("web:eva");
    assertThat(stored.conversations()).isEmpty();
  }

  @Test
  default void knowsNothingOfAFileThatNeverCame() {
    var id = Attachment.Id.next(NINE);
    assertThat(attachments().find(id)).isEmpty();
    assertThat(attachments().bytes(id)).isEmpty();
  }

  @Test
  default void isReferredToOnceAMessageIsStored() {
    var received = stored();
    var conversation = receive(received);
    assertThat(attachments().find(received.id()).orElseThrow().conversations())
        .containsExactly(conversation.id());
    var sent = stored();
    var message = new Message(new Author.Bot(), WEB, Content.text("").with(List.of(sent)), null);
    ports()
        .log()
        .append(
            new Append(
                conversation.id(),
                new Append.Condition.Always(),
                List.of(new ConversationEvent.MessageSent(message, NINE))));
    assertThat(attachments().find(sent.id()).orElseThrow().conversations())
        .containsExactly(conversation.id());
    assertThat(ports().log().read(conversation.id(), 0, 10))
        .flatExtracting(recorded -> recorded.event().attachments())
        .containsExactly(received, sent);
  }

  @Test
  default void filesOfAMessageThatWasTakenBackAreSwept() {
    var gone = stored();
    var kept = stored();
    var conversation = receive(gone);
    receive(kept);
    long seq = ports().log().read(conversation.id(), 0, 10).getLast().seq();
    var withdrawn = new ConversationEvent.MessageWithdrawn(seq, NINE);
    ports()
        .log()
        .append(new Append(conversation.id(), new Append.Condition.Always(), List.of(withdrawn)));
    assertThat(attachments().find(gone.id()).orElseThrow().conversations()).isEmpty();
    attachments().sweep(NINE.plusSeconds(1));
    assertThat(attachments().bytes(gone.id())).isEmpty();
    assertThat(attachments().bytes(kept.id())).isPresent();
  }

  @Test
  default void sweepsWhatNoMessageRefersToAndNothingElse() {
    var used = stored();
    receive(used);
    var orphan = stored();
    attachments().sweep(NINE); // not yet old enough
    assertThat(attachments().bytes(orphan.id())).isPresent();
    assertThat(attachments().sweep(NINE.plusSeconds(1))).isPositive();
    assertThat(attachments().bytes(orphan.id())).isEmpty();
    assertThat(attachments().find(orphan.id())).isEmpty();
    assertThat(attachments().bytes(used.id())).isPresent();
  }

  @Test
  default void countsWhatSomebodyBroughtOfLate() {
    var owner = "web:" + fresh();
    for (int hour = 0; hour < 3; hour++)
      attachments()
          .store(Files.picture("a.png"), owner, Files.PNG, NINE.plus(Duration.ofHours(hour)));
    assertThat(attachments().brought(owner, NINE.plus(Duration.ofHours(1))))
        .isEqualTo(2L * Files.PNG.length);
    assertThat(attachments().brought("web:" + fresh(), NINE)).isZero();
  }

  private Attachment stored() {
    var file = Files.picture("Foto.png");
    attachments().store(file, "web:eva", Files.PNG, NINE);
    return file;
  }

  private Conversation receive(Attachment file) {
    var content = Content.text("").with(List.of(file));
    return ports()
        .intake()
        .receive(new Inbound(WEB, fresh(), fresh(), content, null, NINE))
        .conversation();
  }
}
