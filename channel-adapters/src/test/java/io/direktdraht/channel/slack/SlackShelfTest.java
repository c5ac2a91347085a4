package io.direktdraht.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.platform.media.FakeShelf.Step;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlackShelfTest {
  @Test
  void aLoginPageIsNoFile() {
    try (var kept = new FakeShelf(new SlackDialect());
        var shelf = shelf(kept)) {
      var page = "\n<!DOCTYPE html><html><head><title>Sign in</title>";
      kept.keep("a.png", new Step.Gives(page.getBytes(StandardCharsets.UTF_8)));
      assertThat(shelf.fetch(kept.url() + "/files-pri/a.png"))
          .isInstanceOfSatisfying(
              Download.Refused.class, refused -> assertThat(refused.why()).contains("files:read"));
    }
  }

  @Test
  void theTokenGoesToSlackAlone() {
    var settings =
        SlackDialect.settings(URI.create("https://slack.com/api"), Duration.ofSeconds(1));
    assertThat(settings.own(URI.create("https://files.slack.com/files-pri/T1-F1/a.png"))).isTrue();
    assertThat(settings.own(URI.create("https://slack.com/x"))).isTrue();
    assertThat(settings.own(URI.create("http://files.slack.com/a.png"))).isFalse();
    assertThat(settings.own(URI.create("https://files.slack.com.evil.example/a"))).isFalse();
    assertThat(settings.own(URI.create("https://files.slack.com@evil.example/a"))).isFalse();
    assertThat(settings.own(URI.create("https://cdn.example.com/a"))).isFalse();
    try (var kept = new FakeShelf(new SlackDialect());
        var shelf = shelf(kept)) {
      kept.keep("a.png", new Step.Gives(new byte[] {1}));
      shelf.fetch(kept.url() + "/files-pri/a.png");
      assertThat(kept.authorizations()).containsExactly("Bearer " + SlackDialect.TOKEN);
    }
  }

  private static SlackShelf shelf(FakeShelf kept) {
    var settings = SlackDialect.settings(kept.url(), Duration.ofSeconds(5));
    return new SlackShelf(settings, FakeShelf.downloads(kept.url()));
  }
}
