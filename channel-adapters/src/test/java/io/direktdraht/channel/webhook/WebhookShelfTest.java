package io.direktdraht.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.FakeShelf;
import java.net.URI;
import org.junit.jupiter.api.Test;

class WebhookShelfTest {
  @Test
  void whatCameWithTheMessageIsThereAlready() {
    var platform = URI.create("https://crm.example/direktdraht");
    try (var shelf = new WebhookShelf(FakeShelf.downloads(platform))) {
      assertThat(shelf.fetch("data:aGk="))
          .isInstanceOfSatisfying(
              Download.Fetched.class, got -> assertThat(got.bytes()).containsExactly('h', 'i'));
      assertThat(shelf.fetch("data:a")).isInstanceOf(Download.Gone.class);
      assertThat(shelf.fetch("file:///etc/passwd")).isInstanceOf(Download.Refused.class);
      assertThat(shelf.fetch("a.pdf")).isInstanceOf(Download.Refused.class);
      assertThat(shelf.fetch("https://other.example/a")).isInstanceOf(Download.Refused.class);
    }
  }
}
