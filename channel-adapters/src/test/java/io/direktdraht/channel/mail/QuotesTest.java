package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 23 Nov 2026 at 09:00, Shop <hilfe@shop.example> wrote:\n> Guten Tag",
        "Am 23.11.2026 um 09:00 schrieb Shop <hilfe@shop.example>:\n> Guten Tag",
        "Am Montag, den 23. November 2026 um 09:00 Uhr schrieb\nShop <hilfe@shop.example>:\n\n> Guten Tag",
        "Le 23 nov. 2026 à 09:00, Shop a écrit :\n> Guten Tag",
        "-----Ursprüngliche Nachricht-----\nVon: Shop\nGuten Tag",
        "-----Original Message-----\nGuten Tag",
        "________________________________\nVon: Shop\nGuten Tag",
        "Von: Shop <hilfe@shop.example>\nGesendet: Montag\nAn: Eva\nBetreff: Bank\n\nGuten Tag",
        "From: Shop\nSent: Monday\nTo: Eva\nSubject: Bank\n\nGuten Tag",
        "> Guten Tag\n> noch etwas",
        "-- \nEva Groß\nLindenweg 1",
        "Von meinem iPhone gesendet",
      })
  void whatIsOnlyRepeatedIsCutOff(String below) {
    assertThat(Quotes.stripped("Die Bank wackelt.\nUnd nun?\n\n" + below))
        .isEqualTo("Die Bank wackelt.\nUnd nun?");
  }

  @Test
  void answersBetweenTheLinesStay() {
    var mail = "Siehe unten.\n\n> Wann kam sie an?\nAm Montag.\n> Welche Nummer?\nLH-402915";
    assertThat(Quotes.stripped(mail)).isEqualTo(mail);
  }

  @Test
  void aMailOfWhichNothingWouldBeLeftIsShownWhole() {
    assertThat(Quotes.stripped("> Guten Tag\n> Nummer?")).isEqualTo("> Guten Tag\n> Nummer?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am Montag kam die Bank:\nsie wackelt.",
        "On the bank I wrote: sorry, no.",
        "Von: hier bis dort sind es 3 m",
        "a > b",
        "--\nkein Gruß",
      })
  void whatOnlyLooksLikeAQuotationStays(String mail) {
    assertThat(Quotes.stripped(mail)).isEqualTo(mail);
  }

  /// Linear in what it reads: a hundred kilobytes in one line, or in fifty thousand.
  @Test
  void nothingMakesItTakeLong() {
    var long1 = "On ".repeat(40_000) + "wrote";
    var many = "Am schrieb \n".repeat(50_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Quotes.stripped(long1);
          Quotes.stripped(many);
        });
  }

  @Property(seed = "20261122")
  void neverFailsAndNeverInvents(@ForAll String mail) {
    var stripped = Quotes.stripped(mail);
    assertThat(String.join("\n", mail.lines().toList()))
        .contains(stripped.lines().limit(1).findFirst().orElse("").strip());
  }
}
