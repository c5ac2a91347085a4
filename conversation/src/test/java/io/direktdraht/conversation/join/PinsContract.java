package io.direktdraht.conversation.join;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.log.LogContract;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What holds for the digits of every driver.
public interface PinsContract {
  Pin RIGHT = new Pin("042917");
  Pin WRONG = new Pin("042918");
  Instant LATER = NINE.plusSeconds(600);

  Pins pins();

  @Test
  default void whoeverReadsThereTypesItOnce() {
    var asker = asked();
    assertThat(pins().redeem(RIGHT, asked(), NINE)).isPresent();
    assertThat(pins().redeem(RIGHT, asker, NINE)).contains("eva@example.org");
    assertThat(pins().redeem(RIGHT, asker, NINE)).isEmpty();
  }

  @Test
  default void fiveAttemptsAreAll() {
    var asker = asked();
    for (int i = 0; i < Pins.ATTEMPTS - 1; i++)
      assertThat(pins().redeem(WRONG, asker, NINE)).isEmpty();
    var other = asked();
    assertThat(pins().redeem(RIGHT, asker, NINE)).isPresent();
    for (int i = 0; i < Pins.ATTEMPTS; i++) pins().redeem(WRONG, other, NINE);
    assertThat(pins().redeem(RIGHT, other, NINE)).isEmpty();
  }

  @Test
  default void itsTimeEndsToTheSecond() {
    var asker = asked();
    assertThat(pins().redeem(RIGHT, asker, LATER)).isEmpty();
    assertThat(pins().redeem(RIGHT, asker, LATER.minusSeconds(1))).isPresent();
    var forgotten = asked();
    pins().forget(LATER);
    assertThat(pins().redeem(RIGHT, forgotten, NINE)).isEmpty();
  }

  @Test
  default void aNewOneTakesThePlaceOfTheOld() {
    var asker = asked();
    for (int i = 0; i < Pins.ATTEMPTS; i++) pins().redeem(WRONG, asker, NINE);
    pins().issue(WRONG, asker, "udo@example.org", LATER);
    assertThat(pins().redeem(RIGHT, asker, NINE)).isEmpty();
    assertThat(pins().redeem(WRONG, asker, NINE)).contains("udo@example.org");
  }

  @Test
  default void itIsWorthSomethingToItsAskerAlone() {
    asked();
    assertThat(pins().redeem(RIGHT, new Contact.Point(WEB, fresh()), NINE)).isEmpty();
  }

  @Test
  default void ofManyAtOnceOneIsRight() {
    var asker = asked();
    var found = LogContract.together(5, _ -> pins().redeem(RIGHT, asker, NINE));
    assertThat(found.stream().filter(Optional::isPresent)).hasSize(1);
  }

  private Contact.Point asked() {
    var asker = new Contact.Point(WEB, fresh());
    pins().issue(RIGHT, asker, "eva@example.org", LATER);
    return asker;
  }
}
