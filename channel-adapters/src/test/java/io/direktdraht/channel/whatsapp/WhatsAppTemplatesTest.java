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
import io.direktdraht.conversation.template.Head;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Template.Filling;
import io.direktdraht.conversation.template.Unusable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(all.unusable()).isEmpty();
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
    assertThat(sender.templates()).isEqualTo(new Told.All(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LOCATION  | {'type':'HEADER','format':'LOCATION'}",
        "PRODUCTS  | {'type':'HEADER','format':'PRODUCT'}",
        "OTHER     | {'type':'HEADER','format':'HOLOGRAM'}",
        "VARIABLES | {'type':'HEADER','format':'TEXT','text':'Hallo {{1}} {{2}}'}",
        "VARIABLES | {'type':'FOOTER','text':'Hallo {{1}}'}",
        "VARIABLES | {'type':'BUTTONS','buttons':[{'type':'URL','url':'https://{{1}}.x/','text':'x'}]}",
        "SIGN_IN   | {'type':'BUTTONS','buttons':[{'type':'OTP','text':'x'}]}",
        "FLOW      | {'type':'BUTTONS','buttons':[{'type':'FLOW','text':'x'}]}",
        "PRODUCTS  | {'type':'BUTTONS','buttons':[{'type':'CATALOG','text':'x'}]}",
        "OTHER     | {'type':'BUTTONS','buttons':[{'type':'BEAM','text':'x'}]}",
        "CAROUSEL  | {'type':'CAROUSEL','cards':[]}",
        "OFFER     | {'type':'LIMITED_TIME_OFFER'}",
        "VARIABLES | {'type':'BODY','text':'{{2}} ohne das erste'}",
        "OTHER     | {'type':'BODY','text':''}"
      })
  void whatCannotBeSentFromHereIsNamedWithTheReason(Unusable.Why why, String component)
      throws InterruptedException {
    account.have(
        "{'name':'x','language':'de','status':'APPROVED','category':'UTILITY','components':[%s,%s]}"
            .formatted(component, "{'type':'BODY','text':'Hallo'}")
            .replace('\'', '"'));
    assertThat(sender.templates())
        .isEqualTo(new Told.All(List.of(), List.of(new Unusable("x", "de", why))));
  }

  @Test
  void codesToSignInAreNotForAgents() throws InterruptedException {
    account.have(
        FakeTemplates.json(Forms.plain(), "APPROVED").replace("\"OTHER\"", "\"AUTHENTICATION\""));
    var code = new Unusable("please_write", "en_US", Unusable.Why.SIGN_IN);
    assertThat(sender.templates()).isEqualTo(new Told.All(List.of(), List.of(code)));
  }

  @Test
  void headsButtonsAndFilesAreReadAsMetaTellsThem() throws InterruptedException {
    account.have(Forms.shipped(), Forms.part());
    assertThat(sender.templates())
        .isEqualTo(new Told.All(List.of(Forms.shipped(), Forms.part()), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, image/png, 5000000",
    "VIDEO, video/mp4, 16000000",
    "DOCUMENT, application/pdf, 100000000"
  })
  void aFileIsOfTheKindAndSizeThatMetaTakes(String format, String type, long longest)
      throws InterruptedException {
    account.have(
        "{'name':'x','language':'de','status':'APPROVED','category':'UTILITY','components':[{'type':'HEADER','format':'%s'},{'type':'BODY','text':'Hallo'}]}"
            .formatted(format)
            .replace('\'', '"'));
    var told = (Told.All) sender.templates();
    assertThat(told.templates().getFirst().head())
        .isInstanceOfSatisfying(
            Head.File.class,
            file -> {
              assertThat(file.mediaTypes()).contains(type).doesNotContain("text/plain");
              assertThat(file.longest()).isEqualTo(longest);
            });
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
  void headAndButtonsAreGivenWhatTheyWant() throws InterruptedException {
    account.have(Forms.shipped());
    var values = Map.of("head:1", "LH-1", "1", "Eva", "button:0", "a/b", "code:2", "DANKE10");
    assertThat(send(Forms.shipped(), values)).isInstanceOf(DeliveryResult.Accepted.class);
    assertThat(meta.accepted().getFirst().path("template"))
        .isEqualTo(
            JSON.readTree(
                """
                {"name":"parcel_shipped","language":{"code":"de"},"components":[
                {"type":"header","parameters":[{"type":"text","text":"LH-1"}]},
                {"type":"body","parameters":[{"type":"text","text":"Eva"}]},
                {"type":"button","sub_type":"url","index":"0","parameters":[
                {"type":"text","text":"a/b"}]},
                {"type":"button","sub_type":"copy_code","index":"2","parameters":[
                {"type":"coupon_code","coupon_code":"DANKE10"}]}]}
                """));
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
