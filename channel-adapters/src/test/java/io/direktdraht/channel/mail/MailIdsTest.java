package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.ConversationId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailIdsTest {
  private static final ConversationId SEEN = ConversationId.next(NINE);
  private final MailIds ids = new MailIds(MailLines.mail(2525, 1143), new byte[32]);

  @Test
  void knowsItsOwn() {
    assertThat(ids.ours(ids.of(SEEN, 7))).contains(new MailIds.Ours(SEEN, 7));
    var thread = MailIds.newThread(UUID.randomUUID());
    assertThat(ids.address(thread)).startsWith("hilfe+dd.").endsWith("@shop.example");
    assertThat(ids.thread(ids.address(thread).toUpperCase(Locale.ROOT))).contains(thread);
  }

  @Test
  void whoHasNeverSeenOneMakesNone() {
    var id = ids.of(SEEN, 7);
    assertThat(ids.ours(id.replace(".7.", ".8."))).isEmpty();
    assertThat(ids.ours(id.replace(SEEN.toString(), ConversationId.next(NINE).toString())))
        .isEmpty();
    assertThat(ids.ours("<dd." + SEEN + ".7.aaaaaaaaaa@shop.example>")).isEmpty();
    assertThat(ids.ours("<x@y>")).isEmpty();
    assertThat(ids.ours("")).isEmpty();
    var thread = MailIds.newThread(UUID.randomUUID());
    assertThat(ids.thread("hilfe+dd." + thread + ".aaaaaaaaaa@shop.example")).isEmpty();
    assertThat(ids.thread("hilfe@shop.example")).isEmpty();
  }

  @Test
  void anotherInstallationOrLineSignsOtherwise() {
    var key = new byte[32];
    Arrays.fill(key, (byte) 1);
    var other = new MailIds(MailLines.mail(2525, 1143), key);
    assertThat(other.ours(ids.of(SEEN, 7))).isEmpty();
    var sibling = new MailIds(MailLines.named("sales", 2525, 1143), new byte[32]);
    assertThat(sibling.ours(ids.of(SEEN, 7))).isEmpty();
  }
}
