package io.direktdraht.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.server.journey.Product;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is the same for everybody travels small; what may carry a secret does not.
@ExtendWith(Product.Resolver.class)
class CompressionTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"/widget/chat.js", "/console/index.html", "/console/base.css"})
  void pagesTravelSmall(String path, Product product) throws Exception {
    var answer = get(product.url(path));
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(answer.body().length).isLessThan(plain.length * 2 / 3);
    assertThat(new String(plain, StandardCharsets.UTF_8)).isNotBlank();
  }

  @Test
  void answersTravelAsTheyAre(Product product) throws Exception {
    var answer = get(product.url("/actuator/prometheus"));
    assertThat(answer.body().length).isGreaterThan(1024);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "gzip").build();
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
