package io.direktdraht.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content.Filled;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.template.Template.Category;
import io.direktdraht.conversation.template.Template.Fault;
import io.direktdraht.conversation.template.Template.Filling;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  @Test
  void theContactSeesHeadBodyAndFootAndThePlatformGetsTheValuesInOrder() {
    var fits = (Filling.Fits) Forms.delayed().fill(Map.of("2", "LH-402915", "1", "Eva"));
    assertThat(fits.content().text())
        .isEqualTo(
            "Ihre Lieferung\n\nGuten Tag Eva, Ihre Bestellung LH-402915 kommt etwas später.\n\n"
                + "Antworten Sie einfach hier.");
    assertThat(fits.content().filled())
        .isEqualTo(
            new Filled(
                "parcel_delayed",
                "de",
                List.of(new Filled.Value("1", "Eva"), new Filled.Value("2", "LH-402915"))));
  }

  @Test
  void withoutVariablesNothingIsToBeGiven() {
    var fits = (Filling.Fits) Forms.plain().fill(Map.of());
    assertThat(fits.content().text()).isEqualTo("Please write to us.");
    assertThat(Forms.plain().fill(Map.of("1", "x")))
        .isEqualTo(new Filling.Unfit(Map.of("1", Fault.UNKNOWN)));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(Forms.delayed().fill(Map.of("2", "a\nb", "3", "x")))
        .isEqualTo(
            new Filling.Unfit(Map.of("1", Fault.MISSING, "2", Fault.BREAK, "3", Fault.UNKNOWN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | MISSING",
        "'   '     | MISSING",
        "'\u200b'  | MISSING",
        "'a\tb'    | BREAK",
        "'a\rb'    | BREAK",
        "'a\u2028b'| BREAK",
        "'a     b' | GAP"
      })
  void whatMetaRefusesIsRefusedHere(String value, Fault fault) {
    assertThat(Forms.hello().fill(Map.of("first_name", value)))
        .isEqualTo(new Filling.Unfit(Map.of("first_name", fault)));
  }

  @Test
  void fourSpacesAreTaken() {
    assertThat(Forms.hello().fill(Map.of("first_name", "Eva    Maria")))
        .isInstanceOf(Filling.Fits.class);
  }

  @Test
  void aBodyThatBecomesTooLongIsRefused() {
    int rest = Template.LONGEST - "Hallo , wir sind da.".length();
    assertThat(Forms.hello().fill(Map.of("first_name", "🌳".repeat(rest))))
        .isInstanceOf(Filling.Fits.class);
    assertThat(Forms.hello().fill(Map.of("first_name", "🌳".repeat(rest + 1))))
        .isEqualTo(new Filling.Unfit(Map.of("first_name", Fault.LONG)));
  }

  @ParameterizedTest
  @CsvSource({
    "'{{1}} {{2}}', true",
    "'{{2}} {{ 1 }} {{1}}', true",
    "'{{name}} {{order_number}}', true",
    "'nichts', true",
    "'{{2}}', false",
    "'{{1}} {{name}}', false",
    "'{{1}} {{Ihr Name}}', false"
  })
  void variablesMustBeCountedOrNamed(String body, boolean sound) {
    assertThat(of(body).sound()).isEqualTo(sound);
  }

  @Test
  void variablesOfHeadAndButtonsBearTheirPlace() {
    assertThat(Forms.shipped().variables()).containsExactly("head:1", "1", "button:0", "code:2");
    assertThat(Forms.shipped().text())
        .isEqualTo("Bestellung {{head:1}}\n\nGuten Tag {{1}}, Ihr Paket ist unterwegs.");
    assertThat(Forms.shipped().behind(0)).isEqualTo("https://shop.example/track/{{button:0}}");
    assertThat(Forms.shipped().behind(1)).isEmpty();
    assertThat(Forms.shipped().behind(2)).isEqualTo("{{code:2}}");
    assertThat(Forms.shipped().sound()).isTrue();
  }

  @Test
  void whatIsBehindButtonsStandsBelowTheWords() {
    var values = Map.of("head:1", "LH-1", "1", "Eva", "button:0", "a/b?c=d", "code:2", "DANKE10");
    var fits = (Filling.Fits) Forms.shipped().fill(values);
    assertThat(fits.content().text())
        .isEqualTo(
            "Bestellung LH-1\n\nGuten Tag Eva, Ihr Paket ist unterwegs.\n\n"
                + "Zur Sendung: https://shop.example/track/a/b?c=d\nCode kopieren: DANKE10");
    assertThat(fits.content().filled().values())
        .containsExactly(
            new Filled.Value("head:1", "LH-1"),
            new Filled.Value("1", "Eva"),
            new Filled.Value("button:0", "a/b?c=d"),
            new Filled.Value("code:2", "DANKE10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "button:0 | a b      | LINK",
        "button:0 | ä        | LINK",
        "button:0 | '<x>'    | LINK",
        "button:0 | 'a\nb'   | LINK",
        "button:0 | ''       | MISSING",
        "code:2   | DANKE 10 | CODE",
        "code:2   | DANKE-10 | CODE",
        "code:2   | ABCDEFGH12345678 | LONG",
        "head:1   | 'a\nb'   | BREAK",
        "head:2   | x        | UNKNOWN",
        "button:1 | x        | UNKNOWN"
      })
  void eachPlaceHasItsOwnRule(String variable, String value, Fault fault) {
    var values =
        new HashMap<>(Map.of("head:1", "LH-1", "1", "Eva", "button:0", "a", "code:2", "DANKE10"));
    values.put(variable, value);
    assertThat(Forms.shipped().fill(values)).isEqualTo(new Filling.Unfit(Map.of(variable, fault)));
  }

  @Test
  void headAndAddressHaveTheirOwnLength() {
    var head = with(new Head.Words("{{1}}"));
    assertThat(head.fill(Map.of("head:1", "ä".repeat(60)))).isInstanceOf(Filling.Fits.class);
    assertThat(head.fill(Map.of("head:1", "ä".repeat(61))))
        .isEqualTo(new Filling.Unfit(Map.of("head:1", Fault.LONG)));
    var link = with(new Head.Words(""), new Button.Link("x", "https://x.example/{{1}}"));
    int rest = Template.LONGEST_LINK - "https://x.example/".length();
    assertThat(link.fill(Map.of("button:0", "a".repeat(rest)))).isInstanceOf(Filling.Fits.class);
    assertThat(link.fill(Map.of("button:0", "a".repeat(rest + 1))))
        .isEqualTo(new Filling.Unfit(Map.of("button:0", Fault.LONG)));
  }

  @Test
  void theFileOfTheHeadIsOneOfItsKindAndSize() {
    var values = Map.of("1", "Eva");
    var picture = file("image/png", 5_000_000);
    var fits = (Filling.Fits) Forms.part().fill(values, List.of(picture));
    assertThat(fits.content().attachments()).containsExactly(picture);
    assertThat(fits.content().text()).isEqualTo("Ist es dieses Teil, Eva?");
    var faults =
        Map.of(
            List.<Attachment>of(), Fault.MISSING,
            List.of(file("application/pdf", 1)), Fault.KIND,
            List.of(file("image/png", 5_000_001)), Fault.BIG,
            List.of(picture, file("image/png", 1)), Fault.UNKNOWN);
    faults.forEach((files, fault) ->
        assertThat(Forms.part().fill(values, files))
            .isEqualTo(new Filling.Unfit(Map.of("head", fault))));
    assertThat(Forms.plain().fill(Map.of(), List.of(picture)))
        .isEqualTo(new Filling.Unfit(Map.of("head", Fault.UNKNOWN)));
  }

  @ParameterizedTest
  @CsvSource({
    "'Hallo {{1}}', true",
    "'Hallo {{ name }}', true",
    "'{{2}}', false",
    "'{{1}} {{2}}', false",
    "'{{Ihr Name}}', false"
  })
  void aHeadHasOneVariableAtMost(String head, boolean sound) {
    assertThat(with(new Head.Words(head)).sound()).isEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/, true",
    "https://x.example/{{1}}, true",
    "https://x.example/{{1}}/more, false",
    "https://{{1}}.example/{{2}}, false",
    "https://x.example/{{1, false"
  })
  void anAddressEndsInItsVariable(String url, boolean sound) {
    assertThat(with(new Head.Words(""), new Button.Link("x", url)).sound()).isEqualTo(sound);
  }

  /// Whatever is given, what fits leads to where Meta was told that it leads.
  @Property
  void whatFitsIntoAnAddressIsAnAddress(@ForAll String value) {
    var link = with(new Head.Words(""), new Button.Link("x", "https://x.example/{{1}}"));
    if (link.fill(Map.of("button:0", value)) instanceof Filling.Fits(var content)) {
      var shown = content.text().replaceFirst("Hallo\n\nx: ", "");
      assertThat(shown).isEqualTo("https://x.example/" + value).matches("[!-~]+");
      assertThat(shown).doesNotContain(" ", "\"", "<", ">", "\\");
    }
  }

  @Test
  void tenComesAfterNine() {
    assertThat(of("{{10}} {{9}} {{1}}").variables()).containsExactly("1", "9", "10");
  }

  /// Whatever is given, nothing is filled twice, and what is shown is what the platform is given.
  @Property
  void whatFitsStandsInTheTextWordForWord(
      @ForAll @Size(min = 1, max = 12) List<String> given, @ForAll boolean tricky) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < given.size(); i++)
      values.put("" + (i + 1), tricky ? "{{" + (i + 2) + "}}$1\\" : given.get(i));
    var body = "|" + String.join("|", values.keySet().stream().map(n -> "{{" + n + "}}").toList());
    if (of(body).fill(values) instanceof Filling.Fits(var content)) {
      var filled = content.filled();
      assertThat(filled).isNotNull();
      var texts = filled.values().stream().map(Filled.Value::text).toList();
      assertThat(content.text()).isEqualTo("|" + String.join("|", texts));
      assertThat(texts).allMatch(one -> one.codePoints().noneMatch(Character::isISOControl));
      if (tricky) assertThat(texts).containsExactlyElementsOf(values.values());
    } else assertThat(tricky).isFalse();
  }

  private static Template of(String body) {
    return new Template("x", "de", Category.UTILITY, new Head.Words(""), body, "", List.of());
  }

  private static Template with(Head head, Button... buttons) {
    return new Template("x", "de", Category.UTILITY, head, "Hallo", "", List.of(buttons));
  }

  private static Attachment file(String mediaType, long size) {
    return new Attachment(Attachment.Id.next(Logs.NINE), "datei", mediaType, size);
  }
}
