package io.direktdraht.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What the demo's phone shows of a template, whatever is filled in where.
class PlayedTemplatesTest {
  @Test
  void headBodyFootAndButtonsAreShownAsTheContactSeesThem() {
    assertThat(
            shown(
                """
                {"name":"sendung_unterwegs","components":[
                {"type":"header","parameters":[{"type":"text","text":"LH-402915"}]},
                {"type":"body","parameters":[{"type":"text","text":"Eva"}]},
                {"type":"button","sub_type":"url","index":"0","parameters":[
                {"type":"text","text":"4711"}]}]}
                """))
        .isEqualTo(
            "Bestellung LH-402915\n\nGuten Tag Eva, Ihr Paket ist unterwegs.\n\nLindholm Möbel\n\n"
                + "[Zur Sendung] https://lindholm.example/sendung/4711\n\n[Passt nicht]");
  }

  @Test
  void namedVariablesAndCodesAreFilledIn() {
    assertThat(
            shown(
                """
                {"name":"antwort_bereit","components":[{"type":"body","parameters":[
                {"type":"text","parameter_name":"vorname","text":"Eva"}]}]}
                """))
        .startsWith("Hallo Eva, wir haben");
    assertThat(
            shown(
                """
                {"name":"gutschein","components":[
                {"type":"body","parameters":[{"type":"text","text":"10 €"}]},
                {"type":"button","sub_type":"copy_code","index":"0","parameters":[
                {"type":"coupon_code","coupon_code":"DANKE10"}]}]}
                """))
        .endsWith("[Code kopieren] DANKE10");
  }

  private static String shown(String template) {
    return PlayedTemplates.shown(new JsonMapper().readTree(template));
  }
}
