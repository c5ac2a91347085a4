package io.direktdraht.channel.web;

import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisedTest {
  /// By another implementation: HMAC-SHA256, key `test_identity_secret`, text `user-42`.
  private static final String PROOF =
      "9e0ecafd443a471e0ab2b124e7a24f9ce1eb7c0e681f2f000c896c02afb6d325";

  private static final ClientFrame.Customer EVA = new ClientFrame.Customer("user-42", PROOF);
  private static final ClientFrame.Customer TOM =
      new ClientFrame.Customer(
          "user-43", "3cbf26c0e2ee1b8e60cca1dc1f2d45ff14a7ed46ef95d2d8ed3c7d4a5bd40a1b");
  private final Widgets web = new Widgets();

  @AfterEach
  void close() {
    web.close();
  }

  private Reception.Guest enters(@Nullable String token, ClientFrame.@Nullable Customer customer)
      throws Exception {
    return web.reception.admit(new ClientFrame.Hello("web", token, "de", null, 0, customer));
  }

  private Conversation writes(Reception.Guest guest) throws Exception {
    var message = new ClientFrame.Message(fresh(), "Hallo", null, List.of());
    return web.reception.receive(guest.visitor(), message, "de").conversation();
  }

  @Test
  void showsACustomerTheSameConversationOnEveryDevice() throws Exception {
    var begun = writes(enters(null, EVA));
    var phone = enters(null, EVA);
    assertThat(phone.latest().id()).isEqualTo(begun.id());
    assertThat(writes(phone).id()).isEqualTo(begun.id());
  }

  @Test
  void keepsWhatWasWrittenBeforeSigningIn() throws Exception {
    var anonymous = enters(null, null);
    var begun = writes(anonymous);
    var signedIn = enters(anonymous.token(), EVA);
    assertThat(signedIn.another()).isFalse();
    assertThat(signedIn.latest().id()).isEqualTo(begun.id());
    assertThat(enters(null, EVA).latest().id()).isEqualTo(begun.id());
  }

  @Test
  void showsNobodyElseOnTheSameDeviceWhatACustomerWrote() throws Exception {
    var eva = enters(null, EVA);
    writes(eva);
    var nobody = enters(eva.token(), null);
    assertThat(nobody.another()).isTrue();
    assertThat(nobody.latest()).isNull();
    assertThat(nobody.visitor()).isNotEqualTo(eva.visitor());
    assertThat(enters(eva.token(), EVA).another()).isFalse();
  }

  @Test
  void givesTheNextCustomerOnTheSameDeviceAConversationOfTheirOwn() throws Exception {
    var eva = enters(null, EVA);
    var begun = writes(eva);
    var key = new Identity("test_identity_secret");
    assertThat(key.proves(EVA)).isTrue();
    var tom = new ClientFrame.Customer("user-43", Proofs.of("test_identity_secret", "user-43"));
    var next = enters(eva.token(), tom);
    assertThat(next.another()).isTrue();
    assertThat(writes(next).contact()).isNotEqualTo(begun.contact());
  }

  @Test
  void alsoWhenTheOneBeforeHadNotWrittenYet() throws Exception {
    var eva = enters(null, EVA);
    assertThat(enters(eva.token(), null).another()).isTrue();
    var tom = new ClientFrame.Customer("user-43", Proofs.of("test_identity_secret", "user-43"));
    var next = enters(eva.token(), tom);
    assertThat(next.another()).isTrue();
    writes(next);
    assertThat(enters(null, EVA).latest()).isNull();
  }

  @Test
  void goesOnOnAnotherDeviceByCode() throws Exception {
    var laptop = enters(null, null);
    var begun = writes(laptop);
    var code = web.reception.ways(laptop.visitor(), "de").code();
    var tablet = enters(null, null);
    var message = new ClientFrame.Message(fresh(), code.text(), null, List.of());
    var joined = web.reception.receive(tablet.visitor(), message, "de").conversation();
    assertThat(joined.id()).isEqualTo(begun.id());
  }

  @Test
  void believesNobodyWithoutTheShopsWord() {
    assertThatThrownBy(() -> enters(null, TOM)).isInstanceOf(Reception.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9e0e", "zz0ecafd443a471e0ab2b124e7a24f9ce1eb7c0e681f2f000c896c02afb6d325"})
  void believesNoBrokenProof(String proof) {
    var claimed = new ClientFrame.Customer("user-42", proof);
    assertThatThrownBy(() -> enters(null, claimed)).isInstanceOf(Reception.Refused.class);
  }

  @Test
  void believesNobodyWhenThereIsNoKey() {
    assertThat(Identity.NONE.proves(EVA)).isFalse();
    assertThatThrownBy(() -> new Identity("short")).hasMessageContaining("web.identity-key");
    assertThat(new Identity("test_identity_secret")).hasToString("Identity[***]");
  }

  /// What a shop computes.
  private static final class Proofs {
    static String of(String key, String id) throws Exception {
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(new javax.crypto.spec.SecretKeySpec(key.getBytes("UTF-8"), "HmacSHA256"));
      return java.util.HexFormat.of().formatHex(mac.doFinal(id.getBytes("UTF-8")));
    }
  }
}
