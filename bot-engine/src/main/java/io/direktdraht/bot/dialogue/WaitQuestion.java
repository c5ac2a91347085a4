package io.direktdraht.bot.dialogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Asks how long it takes until a person comes, or which place in the queue this is. It counts only
/// of somebody who waits. Every word must be one that is used for it: whoever names anything else,
/// e.g. a parcel or a warranty, asks about that.
final class WaitQuestion {
  private static final int LONGEST = 120;

  private static final Pattern ASKED =
      Pattern.compile(
          """
          \\bwie lange?\\b|\\b(dauert|geht) (es|das)\\b.*\\b(lange?|länger|weiter)\\b|\\bwartezeit\\b\
          |\\bwann\\b.*\\b(dran|reihe|jemand|wer|mensch|mitarbeiter(in)?|kollegen?|kollegin|antwort(en|et)?\
          |melden|meldet|rufen|ruft|angerufen|zurückgerufen|anruf|rückruf)\\b\
          |\\b(welche[rmns]?|wie|was)\\b.*\\b(platz|position|stelle|nummer)\\b|\\bwie viele\\b.*\\b(vor|warten)\\b\
          |\\b(bin|komme|stehe) ich\\b.*\\b(dran|reihe|nächste[rs]?|schlange|warteschlange)\\b\
          |\\b(mein )?(platz|position|stelle) in der (schlange|warteschlange|reihe)\\b\
          |\\bist (da|hier|noch|denn|\\b )*(jemand|wer)\\b\
          |\\bhow (long|much longer)\\b(?! do i have$)|\\bwait(ing)? time\\b|\\bhow long is the (wait|queue|line)\\b\
          |\\b(will|does|is) it\\b.*\\b(long|longer)\\b|\\bmy turn\\b\
          |\\bwhen\\b.*\\b(someone|somebody|anyone|anybody|person|human|agent|answer|answers|reply|call|calls\
          |called|write|hear)\\b\
          |\\b(what|which|what's)\\b.*\\b(position|place|number)\\b|\\bwhere am i in the (queue|line)\\b\
          |\\bhow many\\b.*\\b(ahead|before|front|waiting)\\b|\\bam i\\b.*\\b(next|queue|line)\\b\
          |\\bis (anyone|anybody|someone|somebody)\\b.*\\bthere\\b\
          """,
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> WORDS =
      words(
          """
          ab aber als an angerufen anruf antwort antworten antwortet auch auf bald beträgt bekomme bin bis
          bitte bleibt brauchen brauchst braucht circa ca da danke das dauern dauert dem den denn der des die
          dran ein eine einem einen einer eigentlich endlich entschuldigung erreiche es etwa etwas euch
          geht gerade gleich hallo hey hier ich ihr ihre immer in ist jemand jetzt kollege kollegen kollegin
          komme kommen kommt kriege kunden lang lange länger leute mal man mein meine meinen meiner melden
          meldet mensch menschen mich mir mitarbeiter mitarbeiterin muss müssen na nach noch nummer nächste
          nächster nächstes nun ob oder ok okay personen platz position reihe ruft rufen rückruf sag sagen
          schlange schreibt sein sich sie sind so soll sorry stehe stelle stunden minuten und ungefähr uns
          viel viele voraussichtlich voraussichtliche vor wann wird werde warte warten warteschlange wartet
          wartezeit was weiter welche welchem welchen welcher welches wer wie wir wirklich wissen wohl wo zeit
          zu zum zur zurück zurückgerufen sekunden aktuelle dürfen darf ist's dauert's geht's können könnten
          a about agent ahead am an and answer answers any anybody anyone are at back be before behind but
          call called calls can come comes could current do does estimated eta excuse expect expected finally for
          from front get going have hear hello here hey hi how human i i'm in is it it's left line long longer
          many me minutes much must my need next now number of on one or other others people person
          place please position queue reply roughly should so somebody someone sorry still take takes tell
          than thanks thank that the there this till time to turn until up wait waiting we what what's when
          where which will with would write yet you your customers approximately again ok okay
          """);

  private static final Pattern BETWEEN = Pattern.compile("[\\s?!.,;:…–\"„“”()]+");

  private WaitQuestion() {}

  static boolean in(String text) {
    if (text.length() > LONGEST) return false;
    var plain =
        BETWEEN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ").strip();
    return ASKED.matcher(plain).find() && WORDS.containsAll(Arrays.asList(plain.split(" ", -1)));
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.strip().split("\\s+", -1)));
  }
}
