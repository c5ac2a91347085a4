package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.messenger.MessengerHook;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.whatsapp.WhatsAppHook;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.inbox.RawEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// A Meta app knows one callback for all its pages or numbers, which may be several lines of ours.
class OneAddressTest {
  private static final Line.Id DE = new Line.Id("de");
  private static final Line.Id AT = new Line.Id("at");
  private static final String SECRET = "app secret of both";
  private final RawEvents raw = new MemoryRawEvents();
  private final Map<String, WebhookHttp.Door> doors = new LinkedHashMap<>();
  private final Map<Line.Id, AtomicInteger> woken = new LinkedHashMap<>();

  private void messenger(Line.Id line, String page, String secret) {
    var settings =
        new MessengerSettings(
            line, page, null, secret, "verify", "token", null, false, null, null, null, false);
    open("messenger", new MessengerHook(settings, Network.MESSENGER));
  }

  private void open(String channel, Hook hook) {
    var id = hook.line().id();
    var wakes = woken.computeIfAbsent(id, _ -> new AtomicInteger());
    doors.put(channel + "/" + id, new WebhookHttp.Door(hook, wakes::incrementAndGet));
  }

  private int brought(String path, String body) throws Exception {
    var http = new WebhookHttp(doors, raw, new Probe("x"), () -> NINE, new SimpleMeterRegistry());
    return MockMvcBuilders.standaloneSetup(http)
        .build()
        .perform(
            MockMvcRequestBuilders.post("/webhooks/" + path)
                .header("X-Hub-Signature-256", "sha256=" + mac(body))
                .content(body))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private int stored(Line.Id line) {
    return raw.latest(line, RawEvents.State.WAITING, 10).size();
  }

  private static String mac(String body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String page(String id) {
    return """
    {"object":"page","entry":[{"id":"%s","messaging":[{"sender":{"id":"7"},"recipient":{"id":"%s"},
    "timestamp":1700000000000,"message":{"mid":"m_1","text":"Hallo"}}]}]}\
    """
        .formatted(id, id);
  }

  @Test
  void aCallGoesToTheLineWhosePageItNames() throws Exception {
    messenger(DE, "101", SECRET);
    messenger(AT, "202", SECRET);
    assertThat(brought("messenger/de", page("202"))).isEqualTo(200);
    assertThat(stored(AT)).isEqualTo(1);
    assertThat(stored(DE)).isZero();
    assertThat(woken.get(AT)).hasValue(1);
    assertThat(woken.get(DE)).hasValue(0);
  }

  @Test
  void aCallOfBothGoesToBothOnce() throws Exception {
    messenger(DE, "101", SECRET);
    messenger(AT, "202", SECRET);
    var both = page("101").replace("]}]}", "]},{\"id\":\"202\",\"messaging\":[]}]}");
    assertThat(brought("messenger/de", both)).isEqualTo(200);
    assertThat(brought("messenger/de", both)).isEqualTo(200);
    assertThat(stored(DE)).isEqualTo(1);
    assertThat(stored(AT)).isEqualTo(1);
  }

  @Test
  void nobodyWritesToALineByTheSecretOfAnother() throws Exception {
    messenger(DE, "101", SECRET);
    messenger(AT, "202", "another app's secret");
    assertThat(brought("messenger/de", page("202"))).isEqualTo(200);
    assertThat(stored(AT)).isZero();
    assertThat(stored(DE)).isEqualTo(1); // and is told there as for another account
    assertThat(brought("messenger/at", page("202"))).isEqualTo(401);
  }

  @Test
  void numbersOfOneAppAreToldApartLikewise() throws Exception {
    whatsapp(DE, "111");
    whatsapp(AT, "222");
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":
        {"metadata":{"phone_number_id":"222"},"messages":[]}}]}]}\
        """;
    assertThat(brought("whatsapp/de", body)).isEqualTo(200);
    assertThat(stored(AT)).isEqualTo(1);
    assertThat(stored(DE)).isZero();
  }

  private void whatsapp(Line.Id line, String number) {
    var settings =
        new WhatsAppSettings(
            line, number, null, SECRET, "verify", "token", null, null, null, false, null);
    open("whatsapp", new WhatsAppHook(settings, InstantSource.system()));
  }
}
