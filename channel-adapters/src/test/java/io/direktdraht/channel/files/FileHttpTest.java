package io.direktdraht.channel.files;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.attachment.MemoryAttachments;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class FileHttpTest {
  private Instant now = NINE;
  private final Attachments attachments = new MemoryAttachments((MemoryLog) Memories.ports().log());
  private final SignedLinks links =
      new SignedLinks(
          URI.create("https://chat.example/"), new byte[32], Duration.ofDays(7), () -> now);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new FileHttp(attachments, links)).build();

  @Test
  void aLinkOfOursHandsTheFileOut() throws Exception {
    var answer = get(stored());
    assertThat(answer.getContentAsByteArray()).isEqualTo(Files.PNG);
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aLinkEndsAndNobodyMakesItLonger() throws Exception {
    var link = stored();
    now = NINE.plus(Duration.ofDays(7));
    assertThat(get(link).getStatus()).isEqualTo(404);
    assertThat(get(link.replaceFirst("until=\\d+", "until=99999999999")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void anotherSignatureOrAnotherFileIsNotFound() throws Exception {
    var link = stored();
    var other = stored();
    assertThat(get(link.replaceFirst("signature=.*", "signature=")).getStatus()).isEqualTo(404);
    assertThat(get(link.replaceFirst("signature=.*", "signature=***")).getStatus()).isEqualTo(404);
    assertThat(get(link.replaceFirst("[?].*", "")).getStatus()).isEqualTo(404);
    var mixed = other.replaceFirst("[?].*", "") + link.substring(link.indexOf('?'));
    assertThat(get(mixed).getStatus()).isEqualTo(404);
    assertThat(get(links.to(Files.picture("never.png"))).getStatus()).isEqualTo(404);
  }

  private String stored() {
    var file = Files.picture("a.png");
    attachments.store(file, "web:eva", Files.PNG, NINE);
    return links.to(file);
  }

  private MockHttpServletResponse get(String link) throws Exception {
    assertThat(link).startsWith("https://chat.example/files/");
    return http.perform(MockMvcRequestBuilders.get(URI.create(link))).andReturn().getResponse();
  }
}
