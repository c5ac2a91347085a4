package io.direktdraht.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitQuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wie lange noch?",
        "wie lang noch",
        "Wie lange dauert es noch?",
        "wie lange dauert das denn",
        "Und wie lange dauert's ungefähr?",
        "Wie lange muss ich noch warten???",
        "wie lange warte ich hier noch",
        "Wie lange dauert es, bis jemand kommt?",
        "wie lange brauchen Sie noch",
        "Dauert es noch lange?",
        "dauert das noch länger?",
        "Geht es bald weiter?",
        "Wann bin ich dran?",
        "wann komme ich endlich an die Reihe",
        "Wann meldet sich jemand?",
        "wann kommt denn ein Mitarbeiter",
        "Wann ruft ihr mich an?",
        "Wann rufen Sie zurück?",
        "Wann bekomme ich meine Antwort?",
        "Welche Position?",
        "Auf welchem Platz bin ich?",
        "an welcher Stelle stehe ich in der Schlange",
        "Was ist meine Position",
        "Wie viele sind noch vor mir?",
        "Wie viele Leute warten?",
        "Wie ist die voraussichtliche Wartezeit?",
        "Wartezeit?",
        "Bin ich noch in der Warteschlange?",
        "Bin ich bald dran?",
        "Ist da noch jemand?",
        "Können Sie mir sagen, wie lange es noch dauert?",
        "How long?",
        "how long will it take",
        "How long do I have to wait?",
        "how much longer",
        "How long until someone answers?",
        "Sorry, how long is the wait?",
        "When is it my turn?",
        "when will somebody get back to me, I need an answer",
        "When will you call me?",
        "what is my position",
        "What number am I in the queue?",
        "Which place am I at?",
        "How many people are ahead of me?",
        "What's the waiting time?",
        "Will it take much longer?",
        "am i next?",
        "Is anyone there?",
        "Where am I in the queue"
      })
  void isAsked(String text) {
    assertThat(WaitQuestion.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hallo",
        "Wie lange dauert der Versand?",
        "wie lange dauert die Lieferung noch",
        "Wie lange dauert eine Rückerstattung?",
        "Wie lange dauert es, bis mein Geld da ist?",
        "Wie lange habe ich Garantie?",
        "Wie lange kann ich etwas zurückgeben?",
        "Wie lange ist der Gutschein gültig?",
        "Wie lange haben Sie heute offen?",
        "Wann kommt mein Paket?",
        "wann kommt der Tisch",
        "Wann bekomme ich mein Geld zurück?",
        "Wann meldet sich der Paketbote?",
        "Wann ist die Filiale wieder offen?",
        "Welche Nummer hat meine Bestellung?",
        "Welche Position auf der Rechnung ist falsch?",
        "Wie viele Stühle sind im Karton?",
        "Ist da eine Anleitung dabei?",
        "Ich warte schon lange",
        "Ich warte seit drei Wochen auf mein Sofa, wie lange noch?",
        "Wie lang ist der Tisch?",
        "How long does shipping take?",
        "how long is the warranty",
        "How long do I have?",
        "How long do I have to send it back for a refund?",
        "How long until my refund?",
        "when will my parcel come",
        "When do I get my money back?",
        "What is my order number?",
        "which number do I call for spare parts",
        "How many chairs are in the box?",
        "Is anyone selling this in blue?",
        "What's the delivery time?",
        "Thank you, that did not take long"
      })
  void isNotAsked(String text) {
    assertThat(WaitQuestion.in(text)).isFalse();
  }
}
