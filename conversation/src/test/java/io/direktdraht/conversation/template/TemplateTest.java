package io.direktdraht.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content.Filled;
import io.direktdraht.conversation.template.Template.Category;
import io.direktdraht.conversation.template.Template.Fault;
import io.direktdraht.conversation.template.Template.Filling;
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
    return new Template("x", "de", Category.UTILITY, "", body, "", List.of());
  }
}
