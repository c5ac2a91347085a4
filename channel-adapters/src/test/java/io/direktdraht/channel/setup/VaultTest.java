package io.direktdraht.channel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String TEXT = "{\"token\":\"geheim – ü\"}";
  private final Vault vault = new Vault(key(1));

  @Test
  void opensWhatItSealedAndNobodyReadsItInBetween() {
    var sealed = vault.seal(TEXT, "line a");
    assertThat(vault.open(sealed, "line a")).isEqualTo(TEXT);
    assertThat(sealed).doesNotContain("geheim").startsWith("1.72cd6e84."); // as in every version
    assertThat(vault.seal(TEXT, "line a")).isNotEqualTo(sealed);
  }

  @Test
  void refusesAnotherKeyAnotherPurposeAndEveryChange() {
    var sealed = vault.seal(TEXT, "line a");
    assertThatThrownBy(() -> new Vault(key(2)).open(sealed, "line a"))
        .isInstanceOf(Vault.Locked.class)
        .hasMessageContaining("another master key");
    assertThatThrownBy(() -> vault.open(sealed, "line b")).isInstanceOf(Vault.Locked.class);
    var parts = sealed.split("\\.");
    var bytes = Base64.getUrlDecoder().decode(parts[2]);
    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      var text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatThrownBy(() -> vault.open("1." + parts[1] + "." + text, "line a"))
          .isInstanceOf(Vault.Locked.class);
    }
    for (var none : new String[] {"", "x", "1..", "1." + parts[1] + ".", "2" + sealed, "1.a.b.c"})
      assertThatThrownBy(() -> vault.open(none, "line a")).isInstanceOf(Vault.Locked.class);
  }

  @Test
  void aShortKeyIsNone() {
    assertThatThrownBy(() -> new Vault(new byte[16])).hasMessageContaining("32 bytes, had 16");
  }

  static byte[] key(int seed) {
    var key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
