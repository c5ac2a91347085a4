package io.direktdraht.channel.whatsapp;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.Templated.Told;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.template.Forms;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Filling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WhatsAppTemplatesTest {
  private static final Reference PLACE = new Reference(ConversationId.next(NINE), 7, 0);
  private static final JsonMapper JSON = new JsonMapper();
  private final FakeTemplates account = new FakeTemplates();
  private final FakePlatform meta = account.on(new WhatsAppDialect().platform());
  private final WhatsAppSender sender =
      new WhatsAppSender(WhatsAppDialect.settings(meta.url(), Duration.ofSeconds(5)), () -> NINE);

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void allPagesAreReadByTheirCursorsWhateverAddressIsTold() throws InterruptedException {
    account.have(Forms.delayed(), Forms.hello(), Forms.plain());
    var all = (Told.All) sender.templates();
    assertThat(all.templates()).containsExactly(Forms.delayed(), Forms.hello(), Forms.plain());
    assertThat(all.unusable()).isZero();
    var path =
        "/v25.0/102290129340398/message_templates"
            + "?fields=name,language,status,category,components&limit=100";
    assertThat(account.asked()).containsExactly(path, path + "&after=2");
    assertThat(meta.lastAuthorization()).isEqualTo("Bearer " + WhatsAppDialect.ACCESS_TOKEN);
  }

  @Test
  void whatIsNotApprovedIsAsIfItWereNot() throws InterruptedException {
    account.have();
    for (var status : List.of("REJECTED", "PENDING", "PAUSED", "DISABLED"))
      account.have(FakeTemplates.json(Forms.plain(), status));
    assertThat(sender.templates()).isEqualTo(new Told.All(List.of(), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'HEADER','format':'IMAGE'}",
        "{'type':'HEADER','format':'TEXT','text':'Hallo {{1}}'}",
        "{'type':'BUTTONS','buttons':[{'type':'URL','url':'https://x.example/{{1}}','text':'x'}]}",
        "{'type':'BUTTONS','buttons':[{'type':'OTP','text':'x'}]}",
        "{'type':'CAROUSEL','cards':[]}",
        "{'type':'BODY','text':'{{2}} ohne das erste'}",
        "{'type':'BODY','text':''}"
      })
  void whatCannotBeSentFromHereIsCounted(String component) throws InterruptedException {
    account.have(
        "{'name':'x','language':'de','status':'APPROVED','category':'UTILITY','components':[%s,%s]}"
            .formatted(component, "{'type':'BODY','text':'Hallo'}")
            .replace('\'', '"'));
    assertThat(sender.templates()).isEqualTo(new Told.All(List.of(), 1));
  }

  @Test
  void codesToSignInAreNotForAgents() throws InterruptedException {
    account.have(
        FakeTemplates.json(Forms.plain(), "APPROVED").replace("\"OTHER\"", "\"AUTHENTICATION\""));
    assertThat(sender.templates()).isEqualTo(new Told.All(List.of(), 1));
  }

  @Test
  void anErrorIsNoEmptyList() throws InterruptedException {
    account.have(Forms.plain());
    account.says(WhatsAppDialect.error(400, 100));
    assertThat(sender.templates()).isEqualTo(new Told.Nothing("WhatsApp 100: (#100) what"));
    account.says(new Reaction.Says(503, "<html>"));
    assertThat(sender.templates()).isEqualTo(new Told.Nothing("HTTP 503 to message_templates"));
    meta.close();
    assertThat(sender.templates()).isEqualTo(new Told.Nothing("no answer"));
  }

  @Test
  void aListThatNeverEndsIsNoList() throws InterruptedException {
    account.says(
        new Reaction.Says(
            200, "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"0\"},\"next\":\"x\"}}"));
    assertThat(sender.templates()).isEqualTo(new Told.Nothing("the list does not end"));
    assertThat(account.asked()).hasSize(100);
  }

  @Test
  void numberedValuesAreSentInTheirOrder() throws InterruptedException {
    account.have(Forms.delayed());
    assertThat(send(Forms.delayed(), Map.of("2", "LH-1 \"x\"", "1", "Eva")))
        .isInstanceOf(DeliveryResult.Accepted.class);
    assertThat(meta.accepted().getFirst())
        .isEqualTo(
            JSON.readTree(
                """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551",
                "biz_opaque_callback_data":"%s","type":"template","template":
                {"name":"parcel_delayed","language":{"code":"de"},"components":[{"type":"body",
                "parameters":[{"type":"text","text":"Eva"},
                {"type":"text","text":"LH-1 \\"x\\""}]}]}}
                """
                    .formatted(PLACE.text())));
  }

  @Test
  void namedValuesAreSentWithTheirNamesAndNoneWithoutComponents() throws InterruptedException {
    account.have(Forms.hello(), Forms.plain());
    send(Forms.hello(), Map.of("first_name", "Eva"));
    send(Forms.plain(), Map.of());
    assertThat(meta.accepted())
        .extracting(call -> call.path("template"))
        .containsExactly(
            JSON.readTree(
                """
                {"name":"we_are_back","language":{"code":"de"},"components":[{"type":"body",
                "parameters":[{"type":"text","parameter_name":"first_name","text":"Eva"}]}]}
                """),
            JSON.readTree("{\"name\":\"please_write\",\"language\":{\"code\":\"en_US\"}}"));
  }

  @Test
  void whatMetaRefusesIsShown() throws InterruptedException {
    account.have(Forms.delayed());
    assertThat(send(Forms.plain(), Map.of())).isInstanceOf(DeliveryResult.Invalid.class);
    var fewer = new Content.Filled("parcel_delayed", "de", List.of());
    assertThat(send(Content.text("x").as(fewer)))
        .isInstanceOfSatisfying(
            DeliveryResult.Invalid.class,
            refused -> assertThat(refused.reason()).contains("132000"));
  }

  private DeliveryResult send(Template template, Map<String, String> values)
      throws InterruptedException {
    return send(((Filling.Fits) template.fill(values)).content());
  }

  private DeliveryResult send(Content content) throws InterruptedException {
    var part = new Part(content.text(), null, List.of(), null, null, content.filled());
    return sender.send(new Bubble("16505551", new Author.System(), part, PLACE));
  }
}
