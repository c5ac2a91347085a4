package io.direktdraht.bot.words;

import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Answer;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts a decision into words. Pure. The first words after a start say that a bot speaks; that is
/// the law (AI Act, Art. 50(1)) and cannot be switched off.
public final class Wording {
  /// What is told of the facts that were noted, in this order.
  private static final List<String> FACTS = List.of("order_number", Dialogue.MATTER);

  private final Catalogue catalogue;
  private final Rules rules;
  private final Phrases phrases;
  private final Company company;
  private final Welcome welcome;

  public Wording(Catalogue catalogue, Rules rules, Phrases phrases, Company company) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.phrases = phrases;
    this.company = company;
    this.welcome = new Welcome(phrases);
  }

  /// Empty when the step needs no words. `lookup` is what an action found.
  public Optional<Content> say(
      Step step, Language language, Situation situation, Orders.@Nullable Lookup lookup) {
    return words(step.decision(), language, situation, lookup)
        .map(content -> preceded(content, step.first(), language))
        .map(content -> situation.met() ? content : disclosed(content, language, situation));
  }

  private Optional<Content> words(
      Decision decision, Language language, Situation situation, Orders.@Nullable Lookup lookup) {
    return switch (decision) {
      case Decision.Answer(var intent, int variant) ->
          Optional.of(answer(catalogue.intent(intent).answers(language).get(variant), Map.of()));
      case Decision.Ask(var intent, var slot, boolean again) ->
          Optional.of(
              again
                  ? new Content(phrases.say(language.code(), "slot.again"), null, human(language))
                  : Content.text(question(intent, slot, language)));
      case Decision.Act act -> Optional.of(found(act, language, lookup));
      case Decision.Clarify(var intents, boolean repeated) ->
          Optional.of(clarify(intents, repeated, language, situation));
      case Decision.HandOff(var why, boolean photo) ->
          Optional.of(pictured(handOff(why, language, situation), photo, language));
      case Decision.Invite(_, var meanwhile) ->
          words(meanwhile, language, situation, lookup).map(said -> inviting(said, language));
      case Decision.Withdraw() ->
          Optional.of(Content.text(phrases.say(language.code(), "withdrawn")));
      case Decision.NoteAddress(var detail, var value) ->
          Optional.of(
              Content.text(
                  phrases.say(
                      language.code(),
                      address(detail, situation.stage()),
                      Map.of("address", value))));
      case Decision.Thank(var came, var asked) -> Optional.of(thanks(came, asked, language));
      case Decision.NoteFact(var fact, var value) ->
          Optional.of(
              Content.text(
                  phrases.say(
                      language.code(), "fact.noted", Map.of("fact", fact(fact, value, language)))));
      case Decision.ConfirmFacts _ ->
          Optional.of(Content.text(phrases.say(language.code(), "facts.confirmed")));
      case Decision.AskCorrection() ->
          Optional.of(Content.text(phrases.say(language.code(), "facts.correct")));
      case Decision.TellStanding() -> Optional.empty(); // the desk says it
      case Decision.Receive(var how) -> Optional.of(welcome.of(how, language));
      case Decision.Silence() -> Optional.empty();
    };
  }

  /// What the bot waits for is asked again; else what it is about.
  private Content thanks(Heard.Wordless came, @Nullable Pending asked, Language language) {
    var received =
        switch (came) {
          case FILES -> phrases.say(language.code(), "files.received");
          case THINGS -> phrases.say(language.code(), "things.received");
          case VOICE -> phrases.say(language.code(), "voice.received");
        };
    if (came == Heard.Wordless.VOICE) return new Content(received, null, human(language));
    return switch (asked) {
      case Pending.SlotValue(var intent, var slot) when catalogue.has(intent) ->
          Content.text(received + " " + question(intent, slot, language));
      case Pending.Invitation _ -> inviting(Content.text(received), language);
      case null, default ->
          Content.text(received + " " + phrases.say(language.code(), "files.about"));
    };
  }

  /// Whoever waits already is told so; whoever is in danger is told what to do, as often as it
  /// takes. Whoever begins to wait is told what was noted.
  private Content handOff(Escalation why, Language language, Situation situation) {
    boolean begins = situation.stage() instanceof Stage.WithBot;
    if (!begins && why.reason() != Escalation.Reason.SAFETY)
      return Content.text(phrases.say(language.code(), "handoff.already"));
    var text =
        rules
            .words(why.rule(), language, company.formality())
            .map(words -> Phrases.fill(words, company.variables()))
            .orElseGet(() -> phrases.say(language.code(), "handoff." + why.reason().name()));
    return begins ? gathering(text, language, situation.dialogue()) : Content.text(text);
  }

  private Content pictured(Content content, boolean photo, Language language) {
    if (!photo) return content;
    var text = content.text() + "\n\n" + phrases.say(language.code(), "fact.missing.photo");
    return new Content(text, null, content.choices());
  }

  private Content gathering(String text, Language language, Dialogue dialogue) {
    return switch (dialogue.pending()) {
      case Pending.Confirmation() ->
          new Content(
              text + "\n\n" + noted(language, dialogue.slots()),
              null,
              List.of(
                  new Choice(phrases.say(language.code(), "facts.right"), "/right"),
                  new Choice(phrases.say(language.code(), "facts.wrong"), "/wrong")));
      case Pending.Missing(var fact) ->
          Content.text(text + "\n\n" + phrases.say(language.code(), "fact.missing." + fact));
      case null, default -> Content.text(text);
    };
  }

  private String noted(Language language, Map<String, String> slots) {
    var facts =
        FACTS.stream()
            .filter(slots::containsKey)
            .map(name -> fact(name, slots.getOrDefault(name, ""), language))
            .collect(Collectors.joining(", "));
    return phrases.say(language.code(), "facts", Map.of("facts", facts));
  }

  private String fact(String fact, String value, Language language) {
    return phrases.say(language.code(), "fact." + fact, Map.of("value", value));
  }

  private static String address(Contact.Detail detail, Stage stage) {
    if (!(stage instanceof Stage.Promised)) return "address.waiting";
    return detail == Contact.Detail.PHONE ? "address.phone" : "address";
  }

  /// The answer, and whether a person shall come; its own buttons give way to yes and no.
  private Content inviting(Content said, Language language) {
    var yes = new Choice(phrases.say(language.code(), "invite.yes"), "/yes");
    var no = new Choice(phrases.say(language.code(), "invite.no"), "/bot");
    var text = said.text() + "\n\n" + phrases.say(language.code(), "invite");
    return new Content(text, null, List.of(yes, no));
  }

  /// The answers to what else was asked, then the rest with its buttons.
  private Content preceded(Content content, List<String> first, Language language) {
    if (first.isEmpty()) return content;
    var text =
        first.stream()
            .map(intent -> catalogue.intent(intent).answers(language).getFirst())
            .map(answer -> answer(answer, Map.of()).text() + "\n\n")
            .collect(Collectors.joining());
    return new Content(text + content.text(), null, content.choices());
  }

  private Content disclosed(Content content, Language language, Situation situation) {
    boolean before = situation.dialogue().epoch() > 1;
    var disclosure =
        phrases.say(language.code(), before ? "again" : "disclosure", company.variables());
    return new Content(disclosure + "\n\n" + content.text(), null, content.choices());
  }

  private Content answer(Answer answer, Map<String, String> facts) {
    var variables = new HashMap<>(company.variables());
    variables.putAll(facts);
    var choices =
        answer.quickReplies().stream()
            .map(reply -> new Choice(reply.title(), reply.payload()))
            .toList();
    return new Content(Phrases.fill(answer.text(company.formality()), variables), null, choices);
  }

  private Content found(Decision.Act act, Language language, Orders.@Nullable Lookup lookup) {
    return switch (lookup) {
      case Orders.Lookup.Found(var order) ->
          answer(
              catalogue.intent(act.intent()).answers(language).getFirst(), facts(order, language));
      case Orders.Lookup.NotFound() ->
          new Content(
              phrases.say(language.code(), "order.notFound", Map.of("order_number", act.value())),
              null,
              human(language));
      case Orders.Lookup.Unavailable _ ->
          throw new IllegalStateException("an unavailable look-up hands off");
      case null -> throw new IllegalStateException("nothing was looked up for " + act);
    };
  }

  private Map<String, String> facts(Order order, Language language) {
    var items =
        order.items().stream()
            .map(item -> item.quantity() == 1 ? item.name() : item.quantity() + " × " + item.name())
            .collect(Collectors.joining(", "));
    return Map.of(
        "order_number", order.number(),
        "order_status", phrases.say(language.code(), "order.status." + order.status().name()),
        "order_date", date(order.placedOn(), language),
        "order_items", items,
        "order_total", order.total(),
        "tracking_url", phrases.say(language.code(), "order.noTracking"),
        "delivery_date",
            order.deliveryOn() == null
                ? phrases.say(language.code(), "order.noDate")
                : date(order.deliveryOn(), language),
        "carrier",
            order.carrier() == null
                ? phrases.say(language.code(), "order.noCarrier")
                : order.carrier());
  }

  private Content clarify(
      List<String> intents, boolean repeated, Language language, Situation situation) {
    var choices = new ArrayList<Choice>();
    for (var intent : intents)
      choices.add(new Choice(catalogue.intent(intent).title(language), "/" + intent));
    if (!intents.isEmpty())
      choices.add(new Choice(phrases.say(language.code(), "choice.none"), "/none"));
    choices.addAll(human(language));
    var phrase =
        repeated
            ? "repeated"
            : intents.isEmpty()
                ? "misunderstood"
                : situation.dialogue().failures() > 0 ? "misunderstood.choices" : "clarify";
    return new Content(phrases.say(language.code(), phrase), null, choices);
  }

  private List<Choice> human(Language language) {
    return List.of(new Choice(phrases.say(language.code(), "choice.human"), "/human"));
  }

  private String question(String intent, String slot, Language language) {
    var form = catalogue.intent(intent).form();
    if (form == null) throw new IllegalStateException("intent " + intent + " has no form");
    return form.slots().stream()
        .filter(one -> one.name().equals(slot))
        .map(one -> one.ask(language, company.formality()))
        .findFirst()
        .orElseThrow();
  }

  private static String date(LocalDate date, Language language) {
    var locale =
        switch (language) {
          case DE -> Locale.GERMANY;
          case EN -> Locale.UK;
        };
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }
}
