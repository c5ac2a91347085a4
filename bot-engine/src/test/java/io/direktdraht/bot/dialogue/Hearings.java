package io.direktdraht.bot.dialogue;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.RecognitionBands;
import io.direktdraht.intents.recognise.Understanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a contact may say, and how it is understood.
public final class Hearings {
  private Hearings() {}

  public static Heard sure(String intent) {
    return sure(intent, "zu " + intent);
  }

  public static Heard sure(String intent, String text) {
    return heard(text, null, List.of(new Candidate(intent, 0.9)), 0.05);
  }

  public static Heard unknown(String text) {
    return heard(text, null, List.of(), 0.9);
  }

  /// Not understood, with guesses.
  public static Heard unsure(String text, String... guesses) {
    return heard(text, null, candidates(0.2, guesses), 0.9);
  }

  public static Heard between(String... intents) {
    return heard("entweder oder", null, candidates(0.3, intents), 0.1);
  }

  public static Heard pressed(String command) {
    return heard("Knopf", command, List.of(), 0.9);
  }

  public static Heard wishing(String text, String... words) {
    var plain = unknown(text).understanding();
    return with(text, plain, new HumanWish(true, List.of(words)), Emotion.NONE);
  }

  public static Heard feeling(Heard heard, Emotion emotion) {
    return with(heard.text(), heard.understanding(), HumanWish.NONE, emotion);
  }

  /// A wish that also shows this feeling.
  public static Heard wishingWith(String text, String word, Emotion emotion) {
    return with(text, unknown(text).understanding(), new HumanWish(true, List.of(word)), emotion);
  }

  /// One message whose parts ask for these.
  public static Heard asking(String... requests) {
    var u = unknown("beides").understanding();
    return new Heard(
        "beides",
        null,
        new Understanding(
            u.language(),
            u.languageConfidence(),
            u.candidates(),
            List.of(requests),
            u.outOfScope(),
            u.bands(),
            u.entities(),
            u.humanWish(),
            u.emotion(),
            u.gravity()));
  }

  public static Heard weighing(Heard heard, Gravity gravity) {
    var u = heard.understanding();
    return new Heard(
        heard.text(),
        heard.command(),
        new Understanding(
            u.language(),
            u.languageConfidence(),
            u.candidates(),
            u.requests(),
            u.outOfScope(),
            u.bands(),
            u.entities(),
            u.humanWish(),
            u.emotion(),
            gravity));
  }

  /// The same with this order number in its text.
  public static Heard naming(Heard heard, String number) {
    var text = heard.text().isEmpty() ? number : heard.text() + " " + number;
    int end = text.length();
    var found = new Entity(Entity.Kind.ORDER_NUMBER, number, end - number.length(), end);
    return containing(heard, text, found);
  }

  public static Heard bare(String number) {
    return naming(unknown(""), number);
  }

  public static Heard mail(String address) {
    var found = new Entity(Entity.Kind.EMAIL, address, 0, address.length());
    return containing(unknown(address), address, found);
  }

  public static Heard in(Language language, double confidence, Heard heard) {
    var u = heard.understanding();
    var spoken =
        new Understanding(
            language,
            confidence,
            u.candidates(),
            u.requests(),
            u.outOfScope(),
            u.bands(),
            u.entities(),
            u.humanWish(),
            u.emotion(),
            u.gravity());
    return new Heard(heard.text(), heard.command(), spoken);
  }

  private static Heard containing(Heard heard, String text, Entity found) {
    var u = heard.understanding();
    var entities = new ArrayList<>(u.entities());
    entities.add(found);
    var understood =
        new Understanding(
            u.language(),
            u.languageConfidence(),
            u.candidates(),
            u.requests(),
            u.outOfScope(),
            u.bands(),
            entities,
            u.humanWish(),
            u.emotion(),
            u.gravity());
    return new Heard(text, heard.command(), understood);
  }

  private static Heard heard(
      String text, @Nullable String command, List<Candidate> candidates, double outOfScope) {
    var understanding =
        new Understanding(
            Language.DE,
            0.6,
            candidates,
            List.of(),
            outOfScope,
            RecognitionBands.DEFAULT,
            List.of(),
            HumanWish.NONE,
            Emotion.NONE,
            Gravity.NONE);
    return new Heard(text, command, understanding);
  }

  private static Heard with(String text, Understanding u, HumanWish wish, Emotion emotion) {
    return new Heard(
        text,
        null,
        new Understanding(
            u.language(),
            u.languageConfidence(),
            u.candidates(),
            u.requests(),
            u.outOfScope(),
            u.bands(),
            u.entities(),
            wish,
            emotion,
            u.gravity()));
  }

  private static List<Candidate> candidates(double probability, String... intents) {
    return Arrays.stream(intents).map(intent -> new Candidate(intent, probability)).toList();
  }
}
