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
    var help = body.replace("OptOutType=STOP", "OptOutType=HELP");
    assertThat(hook.read(help).occurrences()).containsExactly(new Occurrence.Ignored("opt-out"));
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
    "21408, Unauthorized",
    "21606, Unauthorized",
    "21612, Unauthorized",
    "30034, Unauthorized",
    "30007, Unauthorized",
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
