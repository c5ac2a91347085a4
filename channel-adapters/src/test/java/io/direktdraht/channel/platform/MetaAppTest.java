package io.direktdraht.channel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MetaAppTest {
  @Test
  void theGoldenVectorOfTheProofHolds() {
    var proof = "appsecret_proof=6bf65044b322f55f0e53897e2f620d3d765d3f7e6fafce27d7df8dc533430f02";
    var app = new MetaApp("test_app_secret", "verify");
    assertThat(app.proven(URI.create("https://graph.example/v25.0/1/messages"), "TOKEN"))
        .isEqualTo(URI.create("https://graph.example/v25.0/1/messages?" + proof));
    assertThat(app.proven(URI.create("https://graph.example/v25.0/1?fields=a%7Bb%7D"), "TOKEN"))
        .isEqualTo(URI.create("https://graph.example/v25.0/1?fields=a%7Bb%7D&" + proof));
  }
}
