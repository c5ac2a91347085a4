package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.recognise.Entity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {
  private final EntityFinder finder = Recognisers.ENTITIES;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wo ist LH-402915?|ORDER_NUMBER|LH-402915",
        "lh 402915|ORDER_NUMBER|LH-402915",
        "LH402915 bitte|ORDER_NUMBER|LH-402915",
        "Bestellnummer: 402915|ORDER_NUMBER|LH-402915",
        "order number 402915|ORDER_NUMBER|LH-402915",
        "meine mail ist Anna.Muster@Example.org.|EMAIL|anna.muster@example.org",
        "am 12.3. bestellt|DATE|2026-03-12",
        "am 12.03.2026 bestellt|DATE|2026-03-12",
        "am 3.12. bestellt|DATE|2025-12-03",
        "2026-04-01|DATE|2026-04-01",
        "on March 3rd|DATE|2026-03-03",
        "seit dem 5. März|DATE|2026-03-05",
        "5 June 2025|DATE|2025-06-05",
        "kommt es morgen?|DATE|2026-03-11",
        "it came yesterday|DATE|2026-03-09",
        "12,50 € fehlen|AMOUNT|12.50 EUR",
        "EUR 12.50|AMOUNT|12.50 EUR",
        "1.299,00 Euro|AMOUNT|1299.00 EUR",
        "about £20|AMOUNT|20.00 GBP",
        "meine Kundennummer ist 8812345|CUSTOMER_NUMBER|8812345",
        "customer no. K1234567|CUSTOMER_NUMBER|K1234567",
        "auf DE89 3704 0044 0532 0130 00 bitte|IBAN|DE…3000",
        "iban gb82west12345698765432|IBAN|GB…5432",
        "karte 4111 1111 1111 1111 wurde belastet|CARD|…1111",
        "my amex 3782-822463-10005|CARD|…0005",
        "AT61 1904 3002 3457 3201 mein Konto|IBAN|AT…3201",
        "DE89370400440532013000 mein Konto|IBAN|DE…3000",
        "IBAN: DE89-3704-0044-0532-0130-00.|IBAN|DE…3000",
        "auf DE…3000 bitte|IBAN|DE…3000",
        "karte …1111 wurde belastet|CARD|…1111",
        "ruft mich an: 0221 5550199|PHONE|+492215550199",
        "Tel. 0171/1234567 abends|PHONE|+491711234567",
        "my number is +44 20 7946 0958|PHONE|+442079460958",
        "+43 (0)1 5125512 bitte|PHONE|+4315125512",
        "ist die Gartenbank Alva da?|PRODUCT|Gartenbank Alva",
        "meine garten bank alfa wackelt|PRODUCT|Gartenbank Alva",
        "hochbet linde in grau|PRODUCT|Hochbeet Linde",
        "giesskanne bach 8 l|PRODUCT|Gießkanne Bach, 8 l",
        "Laterne „Nora“|PRODUCT|Nora",
        "PLZ 50667|POSTCODE|50667",
        "liefert ihr nach 04109 Leipzig|POSTCODE|04109"
      })
  void findsAndNormalises(String text, Kind kind, String value) {
    assertThat(finder.find(text))
        .singleElement()
        .satisfies(entity -> {
          assertThat(entity.kind()).isEqualTo(kind);
          assertThat(entity.value()).isEqualTo(value);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guten morgen",
        "LH-12",
        "31.2.",
        "3 von 4 stühlen",
        "140x200",
        "DE89 3704 0044 0532 0130 01", // the checksum is wrong
        "4111 1111 1111 1112",
        "2215550199",
        "eine gartenbank unter der linde",
        "norma und nori",
        "0,00 100 200",
        "Sendung 00340434161094042557", // a parcel's
        "7992 7398 7130 0001", // nobody issues such cards
        "0000 0000 0000 0000",
        "artikel 1234567890123",
        "a@b",
        "may I ask"
      })
  void findsNothingWhereNothingIs(String text) {
    assertThat(finder.find(text)).isEmpty();
  }

  @Test
  void tellsWhereEachStoodInOrder() {
    var text = "LH-402915 vom 12.3. für 12,50 €";
    assertThat(finder.find(text))
        .extracting(e -> text.substring(e.start(), e.end()))
        .containsExactly("LH-402915", "12.3.", "12,50 €");
  }

  @Test
  void masksAccountsAndCardsAndNothingElse() {
    var text =
        "LH-402915, Konto AT61 1904 3002 3457 3201 mit Karte 4111111111111111, Tel 0221 5550199";
    var masked = "LH-402915, Konto AT…3201 mit Karte …1111, Tel 0221 5550199";
    assertThat(BankNumbers.masked(text)).isEqualTo(masked);
    assertThat(BankNumbers.masked(masked)).isEqualTo(masked);
    assertThat(finder.find(masked))
        .extracting(Entity::value)
        .containsExactly("LH-402915", "AT…3201", "…1111", "+492215550199");
  }

  /// Their first group, or a later one, looks like the beginning of an account, and one in 97 has a
  /// right checksum.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fe04ac8c-9439-46c3-8c87-5e284280f0eb",
        "fc632c1f-6c48-4498-b1ac-8e478c57d339",
        "86969af5-b71d-4b47-ab37-c39ca8cbf4f3"
      })
  void aUuidIsNoAccount(String uuid) {
    assertThat(BankNumbers.masked("Vorgang " + uuid)).endsWith(uuid);
  }
}
