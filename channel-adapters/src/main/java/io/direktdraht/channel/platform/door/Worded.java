package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.door.Brought.Missed;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a message says besides its words: what came that cannot be shown, and what could not be
/// fetched. Pure.
final class Worded {
  private static final List<String> LANGUAGES = List.of("de", "en");
  private final Phrases phrases = Phrases.beside(Worded.class, "de", "en");

  /// The words of the contact stay what the bot understands.
  Content content(Content words, List<Thing> things, Brought brought, String language) {
    var lines = new ArrayList<String>();
    for (var thing : things) if (thing.file() == null) lines.add(shown(thing, language));
    for (var missed : brought.missed())
      lines.add(phrases.say(language, "missed", Map.of("thing", named(missed.thing(), language))));
    if (lines.isEmpty()) return words.with(brought.files());
    if (!words.text().isBlank()) lines.add(words.text());
    var payload = payload(words, things, brought);
    return new Content(String.join("\n", lines), payload, words.choices(), brought.files())
        .echoing(words.echo());
  }

  /// What the contact is told, by whom nobody decides: the system.
  Content told(List<Missed> missed, String language) {
    var things =
        missed.stream()
            .map(one -> named(one.thing(), language))
            .distinct()
            .collect(Collectors.joining(", "));
    return Content.text(phrases.say(language, "missed.tell", Map.of("things", things)));
  }

  /// What agents are told, whose language nobody knows here.
  String note(List<Missed> missed) {
    return LANGUAGES.stream()
        .flatMap(language -> missed.stream().map(one -> reason(one, language)))
        .collect(Collectors.joining("\n"));
  }

  /// The same for what was said in the platform's own inbox, by the contact or to them.
  String overheard(boolean theirs, String text) {
    var who =
        LANGUAGES.stream()
            .map(language -> phrases.say(language, theirs ? "overheard.theirs" : "overheard.to"))
            .collect(Collectors.joining(" / "));
    return who + ": " + text;
  }

  String kind(String kind, String language) {
    return phrases.say(language, kind);
  }

  private String reason(Missed missed, String language) {
    var why = phrases.say(language, "why." + missed.why(), Map.of("detail", missed.detail()));
    return phrases.say(
        language, "missed.note", Map.of("thing", named(missed.thing(), language), "why", why));
  }

  /// Without words there is nothing to understand; what was missed has been answered already.
  private static @Nullable String payload(Content words, List<Thing> things, Brought brought) {
    if (words.payload() != null) return words.payload();
    if (!words.text().isBlank())
      return words.text().startsWith("/") ? " " + words.text() : words.text();
    boolean allMissed = brought.files().isEmpty() && brought.missed().size() == things.size();
    return allMissed ? Content.AUTOMATIC : Content.WORDLESS;
  }

  private String shown(Thing thing, String language) {
    var name = kind(thing.kind().name(), language);
    return thing.detail() == null || thing.detail().isBlank()
        ? phrases.say(language, "thing", Map.of("thing", name))
        : phrases.say(language, "thing.detail", Map.of("thing", name, "detail", thing.detail()));
  }

  private String named(Thing thing, String language) {
    var name = kind(thing.kind().name(), language);
    return thing.detail() == null ? name : name + " „" + thing.detail() + "“";
  }
}
