package io.direktdraht.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.template.Templates.Offer;
import org.junit.jupiter.api.Test;

/// What every source of templates keeps.
public interface TemplatesContract {
  Line.Id LINE = new Line.Id("whatsapp-de");

  Templates templates();

  /// From now on the platform of the line has these alone, and says so.
  void tells(Template... all);

  /// From now on the platform does not answer.
  void falls();

  /// What was known is old enough to be asked for again.
  void later();

  @Test
  default void whatThePlatformToldIsOffered() throws InterruptedException {
    tells(Forms.delayed(), Forms.hello());
    var known = (Offer.Known) templates().on(LINE);
    assertThat(known.all()).containsExactlyInAnyOrder(Forms.delayed(), Forms.hello());
    assertThat(known.outage()).isNull();
    assertThat(known.find("parcel_delayed", "de")).contains(Forms.delayed());
    assertThat(known.find("parcel_delayed", "en")).isEmpty();
  }

  @Test
  default void whatThePlatformNoLongerHasIsNotOffered() throws InterruptedException {
    tells(Forms.delayed(), Forms.hello());
    templates().on(LINE);
    tells(Forms.hello());
    later();
    assertThat(((Offer.Known) templates().on(LINE)).all()).containsExactly(Forms.hello());
    tells();
    later();
    assertThat(((Offer.Known) templates().on(LINE)).all()).isEmpty();
  }

  @Test
  default void anOutageLeavesWhatWasKnownWithItsAge() throws InterruptedException {
    tells(Forms.hello());
    var before = (Offer.Known) templates().on(LINE);
    falls();
    later();
    var known = (Offer.Known) templates().on(LINE);
    assertThat(known.all()).containsExactly(Forms.hello());
    assertThat(known.at()).isEqualTo(before.at());
    assertThat(known.outage()).isNotBlank();
  }

  @Test
  default void anOutageFromTheBeginningIsNoEmptyList() throws InterruptedException {
    falls();
    assertThat(templates().on(LINE)).isInstanceOf(Offer.Unknown.class);
  }

  @Test
  default void aLineThatIsNoneHasNone() throws InterruptedException {
    tells(Forms.hello());
    assertThat(templates().on(new Line.Id("other"))).isEqualTo(new Offer.None());
  }
}
