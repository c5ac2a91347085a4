package io.direktdraht.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadActivitiesTest {
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|400",
        "{|400",
        "{}|400",
        "null|400",
        "{\"type\":7}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":7}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\" \"}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"}}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"\\u200b\"}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"channelData\":[]}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"channelData\":{\"clientActivityID\":7}}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"attachments\":[{\"contentUrl\":\"data:,x\"}]}|400",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"text\":\"y\"}|400"
      })
  void whatIsNoActivityIsRefusedAndChangesNothing(String body, int status) throws Exception {
    var eva = lines.client("{}");
    var refused = eva.posts(body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo("BadArgument");
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    var eva = lines.client("{}");
    assertThat(eva.says("x".repeat(201), "c1").status()).isEqualTo(413);
    assertThat(eva.says("x".repeat(300_000), "c1").status()).isEqualTo(413);
    assertThat(eva.says("x", "c".repeat(300)).status()).isEqualTo(400);
    assertThat(eva.posts("{\"a\":".repeat(1000) + "1" + "}".repeat(1000)).status()).isEqualTo(400);
    var fat =
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"channelData\":{\"a\":\""
            + "y".repeat(20_000)
            + "\"}}";
    assertThat(eva.posts(fat).status()).isEqualTo(413);
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abc", "-1", "1.5", "99999999999999999999"})
  void aWatermarkThatIsNotOursIsRefused(String mark) throws Exception {
    var eva = lines.client("{}");
    assertThat(eva.reads(mark).status()).isEqualTo(400);
    assertThat(lines.get(eva.token, eva.path("?watermark=" + mark)).status()).isEqualTo(400);
  }

  @Test
  void whoWritesTooFastIsToldWhenToComeBack() throws Exception {
    var eva = lines.client("{}");
    for (int i = 0; i < 30; i++) assertThat(eva.says("x", "c" + i).status()).isEqualTo(200);
    var refused = eva.says("x", "c31");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAfter()).isEqualTo("1");
  }
}
