package io.direktdraht.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  @TempDir Path data;

  @Test
  void isMadeOnceAndReadableByItsOwnerAlone() throws IOException {
    var first = MasterKey.of(data, null).derive("x");
    assertThat(MasterKey.of(data, null).derive("x")).isEqualTo(first);
    var permissions = Files.getPosixFilePermissions(data.resolve("master.key"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void derivesAnotherSecretForEachPurpose() {
    var key = MasterKey.of(data, null);
    assertThat(key.derive("a")).isNotEqualTo(key.derive("b")).hasSize(32);
    assertThat(key.text("a", 32)).matches("[A-Za-z0-9]{32}");
  }

  @Test
  void comesFromTheEnvironmentWhereItIsSet() {
    var secret = "0123456789abcdef0123456789abcdef";
    assertThat(MasterKey.of(data, secret).derive("x"))
        .isEqualTo(MasterKey.of(data.resolve("other"), secret).derive("x"));
    assertThat(data.resolve("master.key")).doesNotExist();
    assertThatThrownBy(() -> MasterKey.of(data, "short")).hasMessageContaining("32");
  }
}
