package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.LogContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody whom WhatsApp names by a number, by a user id, or by both.
class TwoIdsTest {
  private static final String PHONE = "16505550001";
  private static final String USER = "US.13491208655302741918";
  private static final String BY_PHONE = "\"from\":\"" + PHONE + "\"";
  private static final String BY_USER = "\"from_user_id\":\"" + USER + "\"";
  private static final String BY_BOTH = BY_PHONE + "," + BY_USER;

  @ParameterizedTest
  @ValueSource(strings = {"PUB", "PBU", "UPB", "UBP", "BPU", "BUP", "PB", "UB", "BU", "BP", "B"})
  void isOneContactInWhateverOrderTheyCome(String order) throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      for (int i = 0; i < order.length(); i++) {
        bench.post(wrote(i, order.charAt(i)));
        bench.work();
      }
      isOne(bench, order.length());
    }
  }

  @Test
  void isOneContactWhenAllComeAtOnce() throws InterruptedException {
    for (int round = 0; round < 20; round++)
      try (var bench = new Bench(new WhatsAppDialect())) {
        LogContract.together(9, i -> bench.post(wrote(i, "PUB".charAt(i % 3))).getStatus());
        bench.work();
        isOne(bench, 9);
      }
  }

  @Test
  void whatIsNotNamedTogetherStaysTwo() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      bench.post(wrote(1, 'P'));
      bench.post(wrote(2, 'U'));
      bench.work();
      assertThat(contact(bench, PHONE)).isNotEqualTo(contact(bench, USER));
    }
  }

  @Test
  void isAnsweredByNumber() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect())) {
      bench.post(wrote(1, 'P'));
      bench.post(wrote(2, 'B'));
      bench.post(wrote(3, 'U'));
      bench.work();
      bench.says(bench.log.latest(bench.line(), USER).orElseThrow(), "eins");
      bench.carry();
      assertThat(bench.platform.accepted().getLast().path("to").asString()).isEqualTo("+" + PHONE);
    }
  }

  private static void isOne(Bench bench, int messages) {
    var contact = contact(bench, PHONE);
    assertThat(contact(bench, USER)).isEqualTo(contact);
    assertThat(contact.points())
        .extracting(Contact.Point::externalId)
        .containsExactlyInAnyOrder(PHONE, USER);
    var conversations = bench.log.of(contact.id(), 100);
    assertThat(conversations).filteredOn(Conversation::open).hasSize(1);
    assertThat(
            conversations.stream()
                .flatMap(one -> bench.log.read(one.id(), 0, 1000).stream())
                .filter(one -> one.event() instanceof ConversationEvent.MessageReceived))
        .hasSize(messages);
    assertThat(bench.stored()).isZero();
  }

  private static Contact contact(Bench bench, String id) {
    return bench.log.contact(new Contact.Point(bench.line(), id)).orElseThrow();
  }

  private static String wrote(int order, char by) {
    var from = by == 'P' ? BY_PHONE : by == 'U' ? BY_USER : BY_BOTH;
    return WhatsAppDialect.message(from, order, "\"type\":\"text\",\"text\":{\"body\":\"Hallo\"}");
  }
}
