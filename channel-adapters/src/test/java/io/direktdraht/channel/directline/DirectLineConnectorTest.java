package io.direktdraht.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.ConnectorContract;
import io.direktdraht.conversation.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectLineConnectorTest implements ConnectorContract {
  private static final String SECRET = "a third secret of many characters";
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Override
  public Connector connector() {
    return lines.channel.connector(Lines.settings(new Line.Id("later"), SECRET));
  }

  @Test
  void aLineThatComesLaterGivesTokensUntilItGoes() throws Exception {
    assertThat(lines.post(SECRET, "/tokens/generate", "{}").status()).isEqualTo(403);
    var later = connector();
    later.open();
    var token = lines.post(SECRET, "/tokens/generate", "{}").text("token");
    assertThat(lines.post(token, "/tokens/refresh", "").status()).isEqualTo(200);
    later.close();
    assertThat(lines.post(SECRET, "/tokens/generate", "{}").status()).isEqualTo(403);
    var refused = lines.post(token, "/tokens/refresh", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().toString()).contains("no longer there");
    assertThat(lines.post(Lines.SECRET, "/tokens/generate", "{}").status()).isEqualTo(200);
  }

  @Test
  void whoListensOnALineThatClosesHearsTheEndAndOthersGoOn() throws Exception {
    var eva = lines.client("{}");
    var stream = lines.stream(eva.streamUrl());
    var other = lines.channel.connector(Lines.settings(new Line.Id("other"), Lines.OTHER_SECRET));
    other.close();
    assertThat(stream.isOpen()).isTrue();
    lines.channel.connector(Lines.settings(Lines.LINE, Lines.SECRET)).close();
    assertThat(stream.isOpen()).isFalse();
    assertThat(eva.says("Hallo?", "c1").status()).isEqualTo(403);
  }

  @Test
  void pagesOfLinesThatAreOpenMayCall() {
    assertThat(lines.channel.origins()).containsExactly(Lines.SHOP);
    lines.channel.connector(Lines.settings(Lines.LINE, Lines.SECRET)).close();
    lines.channel.connector(Lines.settings(new Line.Id("other"), Lines.OTHER_SECRET)).close();
    assertThat(lines.channel.origins()).isEmpty();
  }
}
