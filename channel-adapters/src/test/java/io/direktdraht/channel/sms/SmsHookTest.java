package io.direktdraht.channel.sms;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Things;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsHookTest {
  private final Hook hook =
      new SmsHook(
          SmsDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)), () -> NINE);

  @Test
  void theGoldenVectorsHold() {
    var sms =
        "Body=Hello&From=%2B15551230001&MessageSid=SM00000000000000000000000000000001&NumMedia=0&To=%2B15551230002";
    var signed = "https://chat.example.com/webhooks/twilio/7" + Form.of(sms).signed();
    assertThat(Signature.sha1("test_auth_token", signed, "l7J76Jcn2xFfK4NcIABBhd8nzwk=")).isTrue();
    var call =
        "To=%2B18005551212&Digits=1234&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE";
    var url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    var mac = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    assertThat(Signature.sha1("12345", url + Form.of(call).signed(), mac)).isTrue();
    var other = "https://mycompany.com/myapp.php?bar=2&foo=1";
    assertThat(Signature.sha1("12345", other + Form.of(call).signed(), mac)).isFalse();
  }

  /// A body that is no form is not signed: the address, which is, names its hash.
  @Test
  void theGoldenVectorOfJsonHoldsForItsBodyAlone() {
    var hash = "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    var body = "{\"property\": \"value\", \"boolean\": true}";
    var url = "https://mycompany.com/myapp.php?foo=1&bar=2&" + hash;
    assertThat(Signature.sha1("12345", url, "a9nBmqA0ju/hNViExpshrM61xv4=")).isTrue();
    var line = new SmsHook(SmsDialect.settings(here(), Duration.ofSeconds(1)), () -> NINE);
    var values = signed(SmsDialect.PUBLIC + "/webhooks/sms/sms-de?foo=1&" + hash);
    assertThat(line.authentic(new Webhook(values, bytes(body), "foo=1&" + hash))).isTrue();
    assertThat(line.authentic(new Webhook(values, bytes(body + " "), "foo=1&" + hash))).isFalse();
    assertThat(line.authentic(new Webhook(values, bytes(body), "foo=1"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example.com, https://chat.example.com:443, true",
    "https://chat.example.com:443, https://chat.example.com, true",
    "http://chat.example.com, http://chat.example.com:80, true",
    "https://chat.example.com, https://chat.example.com:8443, false",
    "https://chat.example.com:8443, https://chat.example.com:8443, true",
    "https://chat.example.com:8443, https://chat.example.com, false",
    "https://chat.example.com/dd, https://chat.example.com:443/dd, true",
  })
  void thePortOfTheSchemeMayStandInTheAddress(URI told, String signed, boolean holds) {
    var settings =
        new SmsSettings(
            new Line.Id("sms-de"),
            "AC1",
            SmsDialect.TOKEN,
            "+15550001",
            told,
            false,
            here(),
            Duration.ofSeconds(1));
    var values = signed(signed + "/webhooks/sms/sms-de" + "MessageSidSM1");
    assertThat(
            new SmsHook(settings, () -> NINE)
                .authentic(new Webhook(values, bytes("MessageSid=SM1"), "")))
        .isEqualTo(holds);
  }

  private static URI here() {
    return URI.create("http://localhost");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> signed(String text) {
    return Map.of("X-Twilio-Signature", List.of(SmsDialect.mac(SmsDialect.TOKEN, text)));
  }

  @Test
  void everyFieldIsSignedAsItIs() {
    var body =
        SmsDialect.form("MessageSid", "SM1", "Body", "Ende mit Platz ", "From", "+1", "Neu", "x");
    assertThat(authentic(body, body)).isTrue();
    assertThat(authentic(body.replace("Platz+", "Platz"), body)).isFalse();
    assertThat(authentic(body + "&Extra=1", body)).isFalse();
  }

  private boolean authentic(String body, String signed) {
    var headers = new SmsDialect().signed(signed.getBytes(StandardCharsets.UTF_8));
    var values = Map.of("X-Twilio-Signature", List.of(headers.getFirst("X-Twilio-Signature")));
    return hook.authentic(new Webhook(values, body.getBytes(StandardCharsets.UTF_8), ""));
  }

  @Test
  void answersWithNothingMore() {
    assertThat(hook.read(new SmsDialect().wrote(1, 1, "Hallo")).answer())
        .isEqualTo(
            new Hook.Answer("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"));
  }

  @Test
  void picturesAreNamed() {
    var body =
        SmsDialect.form(
            "MessageSid",
            "SM1",
            "Body",
            "kaputt",
            "From",
            "+1",
            "NumMedia",
            "2",
            "MediaContentType0",
            "image/jpeg",
            "MediaContentType1",
            "application/pdf",
            "MediaUrl1",
            "https://api.twilio.com/m1");
    var said = (Said) hook.read(body).occurrences().getFirst();
    assertThat(said.content().text()).isEqualTo("kaputt");
    assertThat(Things.of(said)).isEqualTo("PHOTO; FILE @https://api.twilio.com/m1");
  }

  @Test
  void whatTwilioAnswersItselfIsNoMessage() {
    var body =
        SmsDialect.form("MessageSid", "SM1", "Body", "STOP", "From", "+1", "OptOutType", "STOP");
    assertThat(hook.read(body).occurrences())
        .containsExactly(new Occurrence.OptOut("+1", "SM1", true));
  }

  /// It stands in the conversation, and the bot says nothing to it.
  @Test
  void whoAsksTwilioForHelpIsNotAnsweredTwice() {
    var help =
        SmsDialect.form("MessageSid", "SM1", "Body", "HELP", "From", "+1", "OptOutType", "HELP");
    var said = (Said) hook.read(help).occurrences().getFirst();
    assertThat(said.content().text()).isEqualTo("HELP");
    assertThat(said.content().automatic()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CANCEL, US, true",
    "Quit!, CA, true",
    "end, US, true",
    "CANCEL, DE, false",
    "CANCEL, '', false",
    "cancel my order, US, false",
    "STOP, DE, true",
  })
  void wordsThatTwilioAnswersAtNumbersOfTheUsAndCanadaEndIt(
      String body, String country, boolean ends) {
    var call =
        SmsDialect.form("MessageSid", "SM1", "Body", body, "From", "+1", "ToCountry", country);
    var told = hook.read(call).occurrences().getFirst();
    if (ends) assertThat(told).isEqualTo(new Occurrence.OptOut("+1", "SM1", true));
    else assertThat(((Said) told).content().automatic()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"HELP, US, true", "info, CA, true", "HELP, DE, false", "help me, US, false"})
  void helpIsAnsweredByTwilioThere(String body, String country, boolean answered) {
    var call =
        SmsDialect.form("MessageSid", "SM1", "Body", body, "From", "+1", "ToCountry", country);
    var said = (Said) hook.read(call).occurrences().getFirst();
    assertThat(said.content().automatic()).isEqualTo(answered);
  }

  @Test
  void aContactCannotSpeakForTwilio() {
    var place = new Reference(ConversationId.next(NINE), 7, 0);
    var body =
        SmsDialect.form(
            "MessageSid", "SM1", "Body", "&MessageStatus=read&ref=" + place.text(), "From", "+1");
    assertThat(hook.read(body).occurrences().getFirst()).isInstanceOf(Said.class);
  }

  @Test
  void aLateFailureIsReadByItsCode() {
    var place = new Reference(ConversationId.next(NINE), 7, 0);
    var body =
        "ref="
            + place.text()
            + "&"
            + SmsDialect.form(
                "MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30005");
    assertThat(hook.read(body).occurrences())
        .containsExactly(
            new Occurrence.Failed(place, new DeliveryResult.Unreachable("Twilio 30005")));
  }

  @ParameterizedTest
  @CsvSource({
    "20003, Unauthorized",
    "20429, Slowed",
    "14107, Slowed",
    "30001, Slowed",
    "30008, Retry",
    "30017, Retry",
    "21211, Unreachable",
    "21214, Unreachable",
    "21217, Unreachable",
    "21614, Unreachable",
    "30003, Unreachable",
    "30004, Unreachable",
    "30005, Unreachable",
    "30006, Unreachable",
    "21610, OptedOut",
    "21408, Unreachable",
    "21606, Unauthorized",
    "21612, Unreachable",
    "30034, Unauthorized",
    "30007, Invalid",
    "21602, Invalid",
    "21617, Invalid",
    "21620, Invalid",
    "1, Invalid"
  })
  void everyErrorOfTheTableHasItsClass(int code, String expected) {
    assertThat(SmsErrors.result(code, "", NINE).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void theSettingsNameWhatIsWrong() {
    var line = new Line.Id("sms");
    var here = URI.create("https://chat.example");
    assertThatThrownBy(() -> new SmsSettings(line, "x", "t", "+15550001", here, false, null, null))
        .hasMessageContaining("sms sms: account-sid");
    assertThatThrownBy(() -> new SmsSettings(line, "AC1", "", "+15550001", here, false, null, null))
        .hasMessageContaining("sms sms: auth-token");
    assertThatThrownBy(() -> new SmsSettings(line, "AC1", "t", "0800", here, false, null, null))
        .hasMessageContaining("sms sms: from");
    assertThatThrownBy(() ->
            new SmsSettings(line, "AC1", "t", "+15550001", URI.create("chat"), false, null, null))
        .hasMessageContaining("sms sms: public-url");
  }
}
