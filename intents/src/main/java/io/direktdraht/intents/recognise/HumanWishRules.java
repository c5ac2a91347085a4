package io.direktdraht.intents.recognise;

import io.direktdraht.intents.text.KeyWords;
import io.direktdraht.intents.text.NormalText;
import io.direktdraht.intents.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Wordings that ask for a person, whatever a model thinks. All repetition is bounded, so a search
/// takes linear time.
final class HumanWishRules {
  private static final String PERSON =
      "(?:mensch(?:en)?|techniker|fachberater(?:in)?|servicekraft|mitarbeiter(?:in|n)?|person|jemand(?:e[mn])?|beraterin|berater|chef|chefin"
          + "|vorgesetzte[rn]?|sachbearbeiter(?:in)?|ansprechpartner(?:in)?|teamleiter|kolleg(?:e|en|in)"
          + "|human|humans|people|someone|somebody|anyone|anybody|agent|representative|rep|advisor"
          + "|adviser|manager|supervisor|staff|operator|executive|colleague)";
  private static final String CARRIER =
      "(?:spedition|fahrer|bote|paketbote|postbote|kurier|zusteller|lieferdienst|paketdienst|monteur"
          + "|courier|driver|carrier|haulier|fitter|postman)";
  private static final String MACHINE =
      "(?:bot|chatbot|roboter|maschine|automat|automaten|computer|ki|programm|software|algorithmus)";
  private static final String FEW = "(?: \\w{1,20}){0,4}";
  private static final List<Pattern> WISHES =
      Stream.of(
              " mit"
                  + FEW
                  + " "
                  + PERSON
                  + FEW
                  + " (?:sprechen|reden|schreiben|chatten|telefonieren|verbinden|verbunden|quatschen)",
              " (?:sprech|red|chatt|telefonier)(?:e|en|t) (?:mit|zu)" + FEW + " " + PERSON,
              " jemande[mn]" + FEW + " (?:sprechen|reden|erreichen)",
              " (?:echte|richtige|lebendige|reale|wirkliche)[rnsm]? (?:mensch|person|mitarbeiter|ansprechpartner|berater)\\w{0,5} (?:bitte|sprechen|her|jetzt)",
              " (?:mit|zu) keine[mr](?: \\w{1,12})? "
                  + MACHINE
                  + " (?:mehr )?(?:sprechen|reden|schreiben|chatten|telefonieren)",
              " (?:keinen|kein|statt|ohne)(?: den| die| dem| einen| so nen)? (?:bot|chatbot|roboter"
                  + "|maschine|automat|automaten|computer)s? ",
              " (?:mensch|menschen|mitarbeiter|mitarbeiterin|berater|beraterin|human|agent"
                  + "|representative|operator) (?:bitte|please|pls|plz) ",
              " verbind(?:e|en|et|)(?: sie)? mich ",
              " (?:weiterleiten|weiterverbinden|durchstellen|ubergeben) (?:bitte )?(?:an|zu|mit)?",
              " (?:stell|stellen)(?: sie)? mich" + FEW + " durch",
              " (?:um|einen|nen|bitte|wegen)(?: \\w{1,12})? ruckruf",
              " ruf(?:t|en)?(?: sie)?(?: mich| uns)" + FEW + " (?:an|zurück)",
              " (?:mich|uns)" + FEW + " (?:anrufen|zurückrufen|anrufe)",
              " (?:gib|geben|hol|holen|brauch|brauche|will|möchte|verlange)(?: sie)?(?: mir| mich)?(?: bitte)?(?: einen| eine| nen| ne| den)?(?: echten| richtigen)? (?:mensch|menschen|mitarbeiter|mitarbeiterin|berater|chef|vorgesetzten|ansprechpartner) ",
              " (?:talk|speak|chat|word)(?:ing)?(?: directly)? (?:to|with|wi|2)"
                  + FEW
                  + " (?:"
                  + PERSON
                  + "|customer (?:service|care|support)|team) ",
              " (?:get|give|find|send|want|need|prefer) (?:me )?(?:a |an |the |your |to an? )?(?:real |actual |live )?(?:human|person|agent|representative|rep|manager|supervisor|operator|advisor|adviser) ",
              " (?:connect|transfer|put|pass|hand) (?:me|us)"
                  + FEW
                  + " (?:to|with|through|thru|over|on) ",
              " (?:call|ring|phone) me(?: back| please| on| at| now| asap)?(?: \\w{1,12}){0,3} $",
              " (?:someone|somebody|you|they|anyone) (?:please |just )?(?:call|ring|phone) me ",
              " (?:real|actual|live|proper) (?:human|person|agent|representative|support) (?:please|now|here)",
              " (?:no|not a|without|instead of a?) (?:bots?|robots?|machine) (?:please)? ?$",
              " (?:call back|callback) (?:please)?",
              " (?:soll|kann|könnte|sollte)(?: mich| uns| bitte| mal| halt){0,3} (?:wer|einer|jemand)"
                  + FEW
                  + " (?:anrufen|durchrufen|zurückrufen|melden) ",
              " hol(?:en)?(?: sie| mir| doch| mal| bitte){0,3} (?:hilfe|verstärkung|jemand|jemanden|wen) ",
              " ruf(?:t|en)?(?: sie| doch| bitte| einfach| mal){0,3} (?:an|durch|zuruck) $",
              " (?:can|could|may|would|let)"
                  + FEW
                  + " (?:one|any) of your (?:advisers|advisors|colleagues|team|staff|people|experts) ",
              " (?:can|could|may|would|will)(?: \\w{1,10})? (?:one|any|some) of your \\w{2,20}(?: \\w{2,20})?(?: please)?"
                  + " (?:have a look|look|write|call|ring|phone|advise|contact|explain|get back|get in touch) ",
              " (?:have|need|want) a (?:quick )?(?:word|chat|conversation) with ",
              " who else (?:have you|is there|can i) ")
          .map(HumanWishRules::pattern)
          .toList();
  private static final List<Pattern> LOOK_ALIKES =
      Stream.of(
              " (?:bist|sind|biste|bisch) (?:du|sie|das|i)?"
                  + FEW
                  + " (?:mensch|person|bot|roboter|mitarbeiter|echt|ki|maschine)",
              " (?:rede|schreib|schreibe|spreche|chatte|hab) ich" + FEW + " (?:mit|vor)",
              " (?:are|r) (?:you|u|these|there)" + FEW + " (?:human|person|bot|robot|real|machine)",
              " (?:am i|is this|is it|is that|who am i) ",
              " (?:nicht|nie|dont|not|never|no need to|without) (?:\\w{1,12} )?(?:call|ring|phone|anrufen|telefonieren|talk|speak)",
              " (?:keinen|kein|no|any) (?:ruckruf|anruf|call|menschen|mitarbeiter|person|agent)",
              " (?:sucht|sucht ihr|hiring|how many|wie viele|wieviele|mitarbeiterrabatt) ",
              "(?:^| bitte| bloss| ja) (?:mich )?nicht (?:weiterleiten|weiterverbinden|verbinden|durchstellen) ",
              " (?:dont|do not|never|no need to) (?:\\w{1,12} )?(?:transfer|connect) (?:me|us) ",
              " never (?:ever )?(?:want|wish|need) to (?:speak|talk|chat) ",
              " call me (?:an?|crazy|old|stupid|silly|mad|picky) ",
              " (?:hab|habe|haben|hatte) (?:schon|bereits|gestern|heute) (?:mit|bei) ",
              " (?:person|someone|somebody)(?: that| who)?(?: i| you| we| they)?(?: can| could)? (?:leave|collect|sign|carry|load|accept|stole|ordered)",
              " (?:bewerbe|bewerbung|bewerben) ",
              " (?:brauche?|bekomme?|kriege?|muss|gibts?|kommt)(?: (?:ich|man|es|wir|da))?"
                  + FEW
                  + " (?:ruckruf|anruf) ",
              " " + CARRIER + "(?: \\w{1,20}){0,8} (?:anrufen|anruft|ruft|klingeln|klingelt) ",
              " " + CARRIER + "(?: \\w{1,20}){0,8} (?:call|calls|ring|rings|phone|phones|text) ",
              " personal (?:message|note|card|data|details|information|touch|greeting|text) ",
              " personliche[nmrs]? (?:text|gruß|gruss|widmung|karte|nachricht|note|daten|angaben|rabatt) ",
              " (?:halt|tragt|reicht|passt|passen|fur|geeignet|bricht|holds?|fits?|seats?|safe|suitable)"
                  + FEW
                  + " (?:mensch|menschen|person|personen|people|humans?) ",
              " (?:people|leuten?|menschen|telefonieren|phoning|talking|reden)(?: \\w{1,12})?"
                  + " (?:isnt|is not|arent|ist nicht|ist nix|sind nicht|nervt|sucks) ",
              " (?:your|eure|ihre) (?:staff|people|team|agents|mitarbeiter|leute)"
                  + FEW
                  + " (?:read|see|lesen|mitlesen|sehen|einsehen) ",
              " (?:has|have|got|hat|haben|habt)(?: \\w{1,12}){0,2} (?:back to me|phoned|called|helped"
                  + "|answered|replied|geholfen|angerufen|zuruckgerufen|geantwortet|beantwortet) ",
              " (?:prefer|rather have|like|love) (?:a |the |this )?(?:bot|chatbot|robot|machine) ",
              " lieber (?:mit )?(?:dem |einem |nem |einen |nen |der |ner )?(?:bot|chatbot|roboter|automaten|maschine) ",
              " without (?:having to |needing to )?(?:speak|talk|call|ring)")
          .map(HumanWishRules::pattern)
          .toList();
  private static final List<Pattern> REFUSALS =
      Stream.of(
              " (?:dont|not|never|no need to) (?:call|ring|phone) ",
              " (?:nobody|no one|noone) (?:has|have|needs|need) to (?:call|ring|phone|contact|get back) ",
              " (?:niemand|keiner) (?:muss|braucht|soll)"
                  + FEW
                  + " (?:anrufen|zuruckrufen|melden|kontaktieren) ",
              " (?:nicht|nie|niemals|nimmer) (?:mehr )?(?:anrufen|telefonieren) ",
              " (?:mit|zu) (?:keinem|niemand(?:em|en)?)(?!(?: \\w{1,12})? "
                  + MACHINE
                  + ")"
                  + FEW
                  + " (?:sprechen|reden|telefonieren|schreiben) (?:mussen|zu mussen|wollen)? ?",
              " ohne (?:dass ich )?(?:\\w{1,12} ){0,3}(?:anrufen|telefonieren|reden|sprechen) zu mussen ",
              " without (?:having to |needing to |ever )?(?:speaking|talking|calling|speak|talk|call|ring|phone) ",
              " (?:avoid|rather not|dont want to|dont wanna|no need to) (?:speak|talk|call|ring|phone|speaking|talking|calling|ringing|phoning)(?: to)? (?:a person|a human|anyone|anybody|someone|somebody|people|a rep|an agent|you|on) ")
          .map(HumanWishRules::pattern)
          .toList();

  /// What leads to a person on the telephone.
  private static final Pattern ZEROS = Pattern.compile("(?:\\s*0[.!]?){1,12}\\s*");

  private static final Set<String> FILLERS =
      folded(
          "bitte ein eine einen einem ner nen mit ich will möchte brauche jetzt sofort nur endlich echt echter"
              + " echte echten richtige richtiger lebendiger hallo mal zu an sprechen reden"
              + " please pls plz a an the i want need now real actual to with speak talk ffs"
              + " hello me get give chat just only support service customer kundenservice");
  private static final Set<String> PEOPLE =
      folded(
          "mensch menschen mitarbeiter mitarbeiterin person berater beraterin kundenberater jemand"
              + " jemanden jemandem sachbearbeiter ansprechpartner vorgesetzter chef operator human"
              + " humans agent representative rep supervisor manager someone somebody advisor"
              + " adviser rückruf callback kundenbetreuer servicekraft techniker fachberater live");

  private final KeyWords keyWords;

  HumanWishRules(Set<String> known) {
    this.keyWords =
        new KeyWords(
            List.of(
                "mensch",
                "menschen",
                "mitarbeiter",
                "berater",
                "person",
                "rückruf",
                "sprechen",
                "jemand",
                "jemanden",
                "human",
                "agent",
                "operator",
                "representative",
                "someone",
                "somebody",
                "speak",
                "supervisor"),
            known);
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words.replace("ä", "a").replace("ö", "o").replace("ü", "u"));
  }

  private static Set<String> folded(String words) {
    return Set.copyOf(List.of(NormalText.fold(words).split(" ")));
  }

  /// The words that ask for a person, verbatim.
  Optional<String> wish(Words words) {
    if (ZEROS.matcher(words.text()).matches()) {
      return Optional.of(words.text().strip());
    }
    var corrected = words.folded().stream().map(keyWords::corrected).toList();
    if (onlyPeople(corrected)) {
      return Optional.of(words.text().strip());
    }
    var line = ' ' + String.join(" ", corrected) + ' ';
    for (var wish : WISHES) {
      var matcher = wish.matcher(line);
      if (matcher.find()) {
        int first = wordAt(line, matcher.start() + 1);
        int last = Math.max(first, wordAt(line, matcher.end() - 1));
        return Optional.of(words.verbatim(first, Math.min(last, corrected.size() - 1)));
      }
    }
    return Optional.empty();
  }

  boolean looksAlike(Words words) {
    var line = ' ' + String.join(" ", words.folded()) + ' ';
    return LOOK_ALIKES.stream().anyMatch(guard -> guard.matcher(line).find());
  }

  boolean refuses(Words words) {
    var line = ' ' + String.join(" ", words.folded()) + ' ';
    return REFUSALS.stream().anyMatch(refusal -> refusal.matcher(line).find());
  }

  private static boolean onlyPeople(List<String> words) {
    var rest = words.stream().filter(word -> !FILLERS.contains(word)).toList();
    return !rest.isEmpty() && rest.size() <= 2 && words.size() <= 6 && PEOPLE.containsAll(rest);
  }

  /// Words are parted by one space and the line begins with one.
  private static int wordAt(String line, int position) {
    int spaces =
        (int)
            line.substring(0, Math.min(position, line.length()))
                .chars()
                .filter(c -> c == ' ')
                .count();
    boolean onSpace = position > 0 && line.charAt(position - 1) == ' ' && position >= line.length();
    return Math.max(0, spaces - (onSpace ? 2 : 1));
  }
}
