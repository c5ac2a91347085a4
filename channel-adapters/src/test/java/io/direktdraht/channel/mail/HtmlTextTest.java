package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

  @Test
  void wordsLinesListsAndLinksRemain() {
    var html =
        "<p>Guten&nbsp;Tag,</p><p>die <b>Bank</b> wackelt.<br>Immer.</p><ul><li>links<li>rechts</ul>"
            + "<a href=\"https://shop.example/x\">hier</a>";
    assertThat(HtmlText.full(html))
        .isEqualTo(
            "Guten Tag,\ndie Bank wackelt.\nImmer.\n\n- links\n- rechts\nhier <https://shop.example/x>");
  }

  @Test
  void whatCouldRunIsGone() {
    var html =
        "<style>p{}</style><script>alert(1)</script><p onclick=x>Hallo</p><img src=x onerror=alert(1)>"
            + "<a href=\"javascript:alert(1)\">drück</a>";
    assertThat(HtmlText.full(html)).isEqualTo("Hallo\ndrück");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=\"gmail_quote\">Am Montag schrieb: <blockquote>alt</blockquote></div>",
        "<blockquote type=\"cite\">alt</blockquote>",
        "<div id=\"appendonsend\"></div><hr><div>alt</div>",
        "<div id=\"divRplyFwdMsg\">Von: Shop</div><div>alt</div>",
        "<div class=\"yahoo_quoted\">alt</div>",
        "<div class=\"moz-cite-prefix\">Am Montag schrieb Shop:</div><blockquote>alt</blockquote>",
        "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt\">Von: Shop</div><p>alt</p>",
      })
  void whatIsQuotedIsCutOff(String below) {
    assertThat(HtmlText.stripped("<div><p>Danke, passt.</p>" + below + "</div>"))
        .isEqualTo("Danke, passt.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=\"appendonsend\"></div>",
        "<hr id=\"stopSpelling\">",
        "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt\">Von: Shop</div>"
      })
  void whatHasABeginningAndNoEndIsCutToTheEndOfTheMail(String beginning) {
    assertThat(HtmlText.stripped("<div><p>Passt.</p>" + beginning + "</div><p>alt</p>"))
        .isEqualTo("Passt.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote type=\"cite\">Seit wann?</blockquote><p>Montag.</p>",
        "<div class=\"gmail_quote\"><div class=\"gmail_attr\">Am 1.1. schrieb Shop:</div><blockquote class=\"gmail_quote\">Seit wann?</blockquote><div>Montag.</div><blockquote>Wo?</blockquote></div>",
        "<div class=\"moz-cite-prefix\">Am 1.1. schrieb Shop:</div><blockquote type=\"cite\">Seit wann?</blockquote><p>Montag.</p>",
      })
  void answersBelowWhatIsQuotedStay(String below) {
    assertThat(HtmlText.stripped("<p>Siehe unten.</p>" + below))
        .contains("Siehe unten.", "Seit wann?", "Montag.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>-- <br>Eva Groß</p>",
        "<p>Von meinem iPhone gesendet</p>",
        "<div class=\"gmail_signature\">Eva</div>"
      })
  void aSignatureBelowIsNoAnswer(String signature) {
    var quoted = "<blockquote type=\"cite\">Seit wann?</blockquote>";
    assertThat(HtmlText.stripped("<p>Montag.</p>" + quoted + signature)).isEqualTo("Montag.");
  }

  @Test
  void aMailThatIsOnlyAQuotationIsShownWhole() {
    assertThat(HtmlText.stripped("<div class=\"gmail_quote\">alles</div>")).isEqualTo("alles");
  }
}
