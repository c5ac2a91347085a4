package io.direktdraht.channel.directline;

import static io.direktdraht.conversation.attachment.Files.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.attachment.Files;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class UploadTest {
  private static final String ACTIVITY =
      """
      {"type":"message","from":{"id":"u1"},"text":"Sehen Sie","channelData":{"clientActivityID":"f1"},
       "attachments":[{"name":"Bild.png","contentType":"image/png"}]}\
      """;
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void filesComeWithTheirActivityAndGoBackAsLinks() throws Exception {
    var eva = lines.client("{}");
    var form =
        new Form().activity(ACTIVITY).file("Größe.png", PNG).file("b.txt", Files.text("Hallo"));
    var posted = upload(eva, form, form.type());
    assertThat(posted.status()).isEqualTo(200);
    var echo = eva.reads("").body().at("/activities/0");
    assertThat(echo.get("id").stringValue()).isEqualTo(posted.text("id"));
    assertThat(echo.get("text").stringValue()).isEqualTo("Sehen Sie");
    assertThat(echo.at("/attachments/0/name").stringValue()).isEqualTo("Größe.png");
    assertThat(echo.at("/attachments/0/contentType").stringValue()).isEqualTo("image/png");
    assertThat(echo.at("/attachments/0/contentUrl").stringValue())
        .startsWith("https://chat.example/files/");
    assertThat(echo.at("/attachments/1/contentType").stringValue()).isEqualTo("text/plain");
    assertThat(upload(eva, form, form.type()).text("id")).isEqualTo(posted.text("id"));
    assertThat(eva.reads("").body().get("activities")).hasSize(1);
  }

  @Test
  void aFileAloneIsAMessageToo() throws Exception {
    var eva = lines.client("{}");
    var request =
        MockMvcRequestBuilders.post("/v3/directline" + eva.path("/upload?userId=u1"))
            .header("Authorization", "Bearer " + eva.token)
            .header("Content-Type", "image/png")
            .header("Content-Disposition", "name=\"file\"; filename=\"a.png\"")
            .content(PNG);
    assertThat(lines.call(request).status()).isEqualTo(200);
    var echo = eva.reads("").body().at("/activities/0");
    assertThat(echo.at("/from/id").stringValue()).isEqualTo("u1");
    assertThat(echo.at("/attachments/0/contentType").stringValue()).isEqualTo("image/png");
  }

  @Test
  void aFileIsWhatItsBytesSay() throws Exception {
    var eva = lines.client("{}");
    var form = new Form().activity(ACTIVITY).file("a.png", new byte[] {'M', 'Z', 0, 1, 2});
    assertThat(upload(eva, form, form.type()).status()).isEqualTo(415);
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @Test
  void whatIsTooMuchIsRefused() throws Exception {
    var eva = lines.client("{}");
    var many = new Form().activity(ACTIVITY);
    for (int i = 0; i < 4; i++) many.file("a.png", PNG);
    assertThat(upload(eva, many, many.type()).status()).isEqualTo(400);
    var big = new Form().activity(ACTIVITY).file("a.txt", Files.text("x".repeat(1_000_001)));
    assertThat(upload(eva, big, big.type()).status()).isEqualTo(413);
    var huge = new Form().activity(ACTIVITY).file("a.txt", new byte[3_400_000]);
    assertThat(upload(eva, huge, huge.type()).status()).isEqualTo(413);
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=other"})
  void whatIsNoFormIsRefused(String type) throws Exception {
    var eva = lines.client("{}");
    var form = new Form().activity(ACTIVITY).file("a.png", PNG);
    assertThat(upload(eva, form, type).status()).isEqualTo(400);
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @Test
  void aFormWithoutAFileOrWithABrokenActivityIsRefused() throws Exception {
    var eva = lines.client("{}");
    var none = new Form().activity(ACTIVITY);
    assertThat(upload(eva, none, none.type()).status()).isEqualTo(400);
    var broken = new Form().activity("{").file("a.png", PNG);
    assertThat(upload(eva, broken, broken.type()).status()).isEqualTo(400);
    var typing =
        new Form().activity("{\"type\":\"typing\",\"from\":{\"id\":\"u\"}}").file("a", PNG);
    assertThat(upload(eva, typing, typing.type()).status()).isEqualTo(400);
  }

  private Lines.Answer upload(Lines.Client client, Form form, String type) throws Exception {
    return lines.call(
        MockMvcRequestBuilders.post("/v3/directline" + client.path("/upload?userId=u1"))
            .header("Authorization", "Bearer " + client.token)
            .header("Content-Type", type)
            .content(form.bytes()));
  }

  /// A form as browsers write it: names in UTF-8.
  private static final class Form {
    private static final String BOUNDARY = "----WebKitFormBoundaryx1";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String type() {
      return "multipart/form-data; boundary=" + BOUNDARY;
    }

    Form activity(String json) {
      return part(
          "name=\"activity\"; filename=\"blob\"",
          "application/vnd.microsoft.activity",
          json.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, byte[] bytes) {
      return part("name=\"file\"; filename=\"" + name + "\"", "application/x-unknown", bytes);
    }

    private Form part(String disposition, String type, byte[] bytes) {
      body.writeBytes(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; "
                  + disposition
                  + "\r\nContent-Type: "
                  + type
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(bytes);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return this;
    }

    byte[] bytes() {
      var all = new ByteArrayOutputStream();
      all.writeBytes(body.toByteArray());
      all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return all.toByteArray();
    }
  }
}
