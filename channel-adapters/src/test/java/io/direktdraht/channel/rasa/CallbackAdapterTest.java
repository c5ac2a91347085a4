package io.direktdraht.channel.rasa;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackAdapterTest {
  @RegisterExtension
  static final WireMockExtension RECEIVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final OutboundMessage MESSAGE =
      new OutboundMessage(
          ConversationId.next(NINE),
          7,
          "user-1",
          new Author.Bot(),
          new Content("Grüße 🌳", null, List.of(new Content.Choice("Ja", "/ja"))));

  @Test
  void postsWhatRasaPostsAndSignsIt() throws Exception {
    assertThat(answering(ok())).isEqualTo(new DeliveryResult.Accepted(""));
    var request = RECEIVER.findAll(postRequestedFor(urlEqualTo("/in"))).getFirst();
    var body = request.getBody();
    var json = new tools.jackson.databind.json.JsonMapper().readTree(body);
    assertThat(json.get("recipient_id").stringValue()).isEqualTo("user-1");
    assertThat(json.get("text").stringValue()).isEqualTo("Grüße 🌳");
    assertThat(json.get("buttons").get(0).get("payload").stringValue()).isEqualTo("/ja");
    assertThat(request.getHeader("X-Direktdraht-Signature")).isEqualTo("sha256=" + signed(body));
    assertThat(request.getHeader("X-Direktdraht-Delivery"))
        .isEqualTo(MESSAGE.conversation() + "/7");
  }

  @Test
  void postsFilesAsRasasChannelsDo() throws Exception {
    var picture = Files.picture("Bank.png");
    var pdf = new Attachment(Attachment.Id.next(NINE), "Rechnung.pdf", "application/pdf", 5);
    var content = Content.text("Bitte").with(List.of(picture, pdf));
    var message =
        new OutboundMessage(MESSAGE.conversation(), 8, "user-1", new Author.Bot(), content);
    RECEIVER.stubFor(post("/in").willReturn(ok()));
    Callbacks.to(url()).deliver(message);
    var body = RECEIVER.findAll(postRequestedFor(urlEqualTo("/in"))).getFirst().getBody();
    var json = new tools.jackson.databind.json.JsonMapper().readTree(body);
    assertThat(json.get("image").stringValue())
        .startsWith("https://chat.example/files/" + picture.id() + "?until=");
    assertThat(json.at("/attachment/type").stringValue()).isEqualTo("file");
    assertThat(json.at("/attachment/payload/src").stringValue())
        .startsWith("https://chat.example/files/" + pdf.id());
    assertThat(json.at("/metadata/attachments/1/name").stringValue()).isEqualTo("Rechnung.pdf");
  }

  @Test
  void whatWasAcceptedButNeverAnsweredMayHaveArrived() throws Exception {
    RECEIVER.stubFor(post("/in").willReturn(ok().withFixedDelay(10_000)));
    assertThat(Callbacks.to(url(), Duration.ofMillis(300)).deliver(MESSAGE))
        .isInstanceOf(DeliveryResult.Ambiguous.class);
    RECEIVER.verify(1, postRequestedFor(urlEqualTo("/in")));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void aConnectionThatBreaksAfterTheRequestMayHaveDelivered(Fault fault) throws Exception {
    assertThat(answering(aResponse().withFault(fault)))
        .isInstanceOf(DeliveryResult.Ambiguous.class);
    RECEIVER.verify(1, postRequestedFor(urlEqualTo("/in")));
  }

  @Test
  void aRefusedConnectionSurelyDeliveredNothing() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(Callbacks.to("http://localhost:" + port + "/in").deliver(MESSAGE))
        .isInstanceOf(DeliveryResult.Retry.class);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    assertThat(answering(status(429).withHeader("Retry-After", "120")))
        .isEqualTo(new DeliveryResult.Retry(NINE.plusSeconds(120), "HTTP 429"));
    assertThat(answering(status(503).withHeader("Retry-After", "7")))
        .isEqualTo(new DeliveryResult.Retry(NINE.plusSeconds(7), "HTTP 503"));
  }

  @ParameterizedTest
  @CsvSource({"-5", "soon", "'Wed, 21 Oct 2026 07:28:00 GMT'", "99999999999999999999"})
  void aHintThatIsNoneIsNone(String hint) throws Exception {
    assertThat(answering(status(429).withHeader("Retry-After", hint)))
        .isEqualTo(new DeliveryResult.Retry(NINE, "HTTP 429"));
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "202, Accepted",
    "204, Accepted",
    "302, Invalid",
    "400, Invalid",
    "401, Unauthorized",
    "403, Unauthorized",
    "404, Invalid",
    "408, Retry",
    "410, Unreachable",
    "413, Invalid",
    "500, Retry",
    "503, Retry"
  })
  void readsEveryStatus(int status, String expected) throws Exception {
    assertThat(answering(status(status)).getClass().getSimpleName()).isEqualTo(expected);
    RECEIVER.verify(1, postRequestedFor(urlEqualTo("/in")));
  }

  @Test
  void promisesNoRepetition() {
    assertThat(Callbacks.to(url()).repeatable()).isFalse();
    assertThat(Callbacks.to(url()).line()).isEqualTo(RasaSettings.CALLBACK);
  }

  private static DeliveryResult answering(ResponseDefinitionBuilder response) throws Exception {
    RECEIVER.stubFor(post("/in").willReturn(response));
    return Callbacks.to(url()).deliver(MESSAGE);
  }

  private static String url() {
    return RECEIVER.baseUrl() + "/in";
  }

  private static String signed(byte[] body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Callbacks.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }
}
