package io.direktdraht.bot.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Mood;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.FormalWords;
import io.direktdraht.intents.Formality;
import io.direktdraht.intents.Language;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormalityTest {
  private static final Phrases SIE = company(Formality.SIE).phrases();
  private static final Phrases DU = company(Formality.DU).phrases();

  private static Company company(Formality formality) {
    var shop = Shops.COMPANY;
    return new Company(shop.shop(), shop.phone(), shop.email(), shop.openingHours(), formality);
  }

  @Test
  void everySentenceHasBothForms() {
    assertThat(DU.names("de")).isEqualTo(SIE.names("de")).isEqualTo(SIE.names("en"));
    for (var name : SIE.names("de")) {
      assertThat(SIE.say("de", name)).matches(text -> !FormalWords.informal(text), "says no du");
      assertThat(DU.say("de", name)).matches(text -> !FormalWords.formal(text), "says no Sie");
      assertThat(variables(DU.say("de", name))).isEqualTo(variables(SIE.say("de", name)));
      assertThat(DU.say("en", name)).isEqualTo(SIE.say("en", name));
    }
  }

  @Test
  void theRulesSayBoth() {
    var rules = ShippedRules.get();
    for (var rule : rules.rules())
      for (var words : rule.words(Language.DE, Formality.DU).stream().toList()) {
        assertThat(words).matches(text -> !FormalWords.formal(text), "says no Sie");
        assertThat(rule.words(Language.DE, Formality.SIE))
            .hasValueSatisfying(formal -> assertThat(FormalWords.informal(formal)).isFalse());
      }
  }

  @Test
  void theBotSaysWhatTheCompanyChose() {
    assertThat(asked(Formality.SIE, Language.DE)).contains("Ihre Bestellnummer");
    assertThat(asked(Formality.DU, Language.DE)).contains("deine Bestellnummer");
    assertThat(asked(Formality.DU, Language.EN)).isEqualTo(asked(Formality.SIE, Language.EN));
    assertThat(said(Formality.DU, new Decision.Answer("greeting", 0), Language.DE))
        .contains("Hallo, ich bin der digitale Assistent")
        .endsWith("Womit kann ich dir helfen?");
  }

  private static String asked(Formality formality, Language language) {
    return said(formality, new Decision.Ask("order_status", "order_number", false), language);
  }

  private static String said(Formality formality, Decision decision, Language language) {
    var company = company(formality);
    var wording = new Wording(Catalogues.shipped(), ShippedRules.get(), company.phrases(), company);
    var dialogue = new Dialogue(1, language.code(), Map.of(), null, 0, false, List.of(), Mood.CALM);
    var first = new Situation(new Stage.WithBot(), dialogue, false);
    return wording.say(new Step(decision, dialogue), language, first, null).orElseThrow().text();
  }

  private static List<String> variables(String text) {
    return Pattern.compile("\\{[a-z_]+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }
}
