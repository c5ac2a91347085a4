package io.direktdraht.bot.dialogue;

import static io.direktdraht.intents.recognise.Understandings.notUnderstood;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Reaction;
import io.direktdraht.intents.recognise.Understandings;
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
    return heard(text, notUnderstood().wishing(new HumanWish(true, List.of(words))));
  }

  public static Heard feeling(Heard heard, Emotion emotion) {
    return heard(heard.text(), like(heard).wishing(HumanWish.NONE).feeling(emotion));
  }

  /// A wish that also shows this feeling.
  public static Heard wishingWith(String text, String word, Emotion emotion) {
    return heard(
        text, notUnderstood().wishing(new HumanWish(true, List.of(word))).feeling(emotion));
  }

  /// One message whose parts ask for these.
  public static Heard asking(String... requests) {
    return heard("beides", notUnderstood().asking(List.of(requests)));
  }

  public static Heard weighing(Heard heard, Gravity gravity) {
    var weighed = like(heard).weighing(gravity).understanding();
    return new Heard(heard.text(), heard.command(), weighed);
  }

  public static Heard reacting(Heard heard, Reaction reaction) {
    var reacted = like(heard).reacting(reaction).understanding();
    return new Heard(heard.text(), heard.command(), reacted);
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
    var spoken = like(heard).in(language, confidence).understanding();
    return new Heard(heard.text(), heard.command(), spoken);
  }

  private static Heard containing(Heard heard, String text, Entity found) {
    var entities = new ArrayList<>(heard.understanding().entities());
    entities.add(found);
    return new Heard(text, heard.command(), like(heard).naming(entities).understanding());
  }

  private static Understandings like(Heard heard) {
    return Understandings.like(heard.understanding());
  }

  private static Heard heard(String text, Understandings meant) {
    return new Heard(text, null, meant.understanding());
  }

  private static Heard heard(
      String text, @Nullable String command, List<Candidate> candidates, double outOfScope) {
    return new Heard(
        text, command, notUnderstood().meaning(outOfScope, candidates).understanding());
  }

  private static List<Candidate> candidates(double probability, String... intents) {
    return Arrays.stream(intents).map(intent -> new Candidate(intent, probability)).toList();
  }
}
