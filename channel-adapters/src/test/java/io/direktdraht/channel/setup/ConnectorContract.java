package io.direktdraht.channel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every line promises that comes and goes while the product runs. Implementations supply one
/// whose server, if it has any, never says a word.
public interface ConnectorContract {
  Connector connector();

  @Test
  default void whatCarriesBelongsToTheLineAndIsThereWhereWeDeliver() {
    var connector = connector();
    var carrier = connector.open();
    assertThat(carrier.isPresent()).isEqualTo(connector.line().delivers());
    carrier.ifPresent(one -> assertThat(one.adapter().line()).isEqualTo(connector.line().id()));
    connector.close();
  }

  @Test
  default void opensOnceAndAgainAfterItWasClosed() {
    var connector = connector();
    connector.open();
    assertThatThrownBy(connector::open).isInstanceOf(IllegalStateException.class);
    connector.close();
    connector.open();
    connector.close();
  }

  @Test
  default void closingWhatIsNotOpenDoesNothing() {
    connector().close();
  }

  @Test
  default void waitsForNoServer() {
    var connector = connector();
    assertTimeoutPreemptively(
        Duration.ofSeconds(4),
        () -> {
          connector.open();
          connector.reach();
          connector.close();
        });
  }

  @Test
  default void tellsHowItDoesOpenOrNot() {
    var connector = connector();
    var before = connector.reach().getClass();
    connector.open();
    assertThat(connector.reach()).isInstanceOf(before);
    connector.close();
    assertThat(connector.reach()).isInstanceOf(before);
  }
}
