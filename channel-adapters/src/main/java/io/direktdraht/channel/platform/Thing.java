package io.direktdraht.channel.platform;

import io.direktdraht.conversation.Content;
import org.jspecify.annotations.Nullable;

/// What stands in a conversation for something that is no text. The one place to change when
/// attachments are kept.
public enum Placeholder {
  PHOTO("Foto"),
  VIDEO("Video"),
  VOICE("Sprachnachricht"),
  AUDIO("Tonaufnahme"),
  FILE("Datei"),
  STICKER("Sticker"),
  PLACE("Standort"),
  CONTACT("Kontakt"),
  ORDER("Bestellung"),
  OTHER("Nachricht, die hier nicht gezeigt werden kann");

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  /// `detail`: a file's name, a place, or null. `caption`: what the contact wrote with it, or null.
  public Content content(@Nullable String detail, @Nullable String caption) {
    var shown = detail == null || detail.isBlank() ? word : word + ": " + detail;
    return Content.text("[" + shown + "]" + (caption == null ? "" : "\n" + caption));
  }
}
