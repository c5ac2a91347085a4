package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.AnswersOnly;
import io.direktdraht.channel.platform.Occurrence.Said;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A message of one word that is about being written to at all. It is a message all the same:
/// whoever wrote it is answered.
final class WhatsAppStop {
  private static final Set<String> STOPPING = Set.of("stop", "stopp", "unsubscribe", "abmelden");
  private static final Set<String> STARTING = Set.of("start");

  private WhatsAppStop() {}

  /// What follows besides, for each of the ids by which the contact is known.
  static Stream<Occurrence> of(Occurrence told) {
    if (!(told instanceof Said said) || !said.things().isEmpty()) return Stream.empty();
    var word = said.content().text().strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]+$", "");
    boolean stops = STOPPING.contains(word);
    if (!stops && !STARTING.contains(word)) return Stream.empty();
    return Stream.of(said.from().id(), said.from().alias())
        .flatMap(Stream::ofNullable)
        .map(id -> new AnswersOnly(id, stops));
  }
}
