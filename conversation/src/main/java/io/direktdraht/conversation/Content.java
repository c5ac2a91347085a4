package io.direktdraht.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a message says: text, the payload of a pressed button, buttons to press, and files. NUL and
/// lone surrogates become U+FFFD here, so that every store and every client can hold the text.
/// `echo` is what the sender's client wants back with its message; only its line reads it. `filled`
/// is the approved template as which the text is sent, null for free words.
public record Content(
    String text,
    @Nullable String payload,
    List<Choice> choices,
    List<Attachment> attachments,
    @Nullable String echo,
    @Nullable Filled filled) {
  /// How the payloads of the desk's buttons begin.
  public static final String DESK = "/desk/";

  /// The desk's button that says that nothing is left to do.
  public static final String SOLVED = "solved";

  /// The payload of what a program wrote, e.g. an absence note, or what the system has answered
  /// already: people see it, the bot is silent.
  public static final String AUTOMATIC = "/automatic";

  /// The payload of the button that calls a person.
  public static final String PERSON = "/human";

  /// The payload of what came without words, e.g. a place or a sticker: the text says what came,
  /// and there is nothing in it to understand.
  public static final String WORDLESS = "/wordless";

  /// The payload of what its sender took back: nothing of it is left.
  public static final String WITHDRAWN = "/withdrawn";

  private static final int UNSTORABLE = 0xFFFD;

  /// A button: `title` is shown, `payload` is sent back with it.
  public record Choice(String title, String payload) {}

  /// A template of a platform's, by name and language as the platform has it, and what its
  /// variables are filled with, in its order.
  public record Filled(String template, String language, List<Value> values) {
    /// `variable` is a number or a name.
    public record Value(String variable, String text) {
      public Value {
        text = storable(text);
      }
    }

    public Filled {
      values = List.copyOf(values);
    }
  }

  public Content {
    text = storable(text);
    payload = payload == null ? null : storable(payload);
    choices = List.copyOf(choices);
    // messages were stored before they had files
    attachments =
        Objects.requireNonNullElse(attachments, List.<Attachment>of()).stream().distinct().toList();
  }

  public Content(
      String text,
      @Nullable String payload,
      List<Choice> choices,
      List<Attachment> attachments,
      @Nullable String echo) {
    this(text, payload, choices, attachments, echo, null);
  }

  public Content(
      String text, @Nullable String payload, List<Choice> choices, List<Attachment> attachments) {
    this(text, payload, choices, attachments, null);
  }

  public Content(String text, @Nullable String payload, List<Choice> choices) {
    this(text, payload, choices, List.of());
  }

  public static Content text(String text) {
    return new Content(text, null, List.of());
  }

  public static Content withdrawn() {
    return new Content("", WITHDRAWN, List.of());
  }

  /// The same with these words. A button that was pressed or a number that was typed is not meant
  /// any more.
  public Content saying(String words) {
    return new Content(words, wordless() ? payload : null, choices, attachments, echo);
  }

  /// Files, with or without words.
  public Content with(List<Attachment> files) {
    return new Content(text, payload, choices, files, echo, filled);
  }

  /// The same as this payload means it; null: as the words say.
  public Content meaning(@Nullable String other) {
    return new Content(text, other, choices, attachments, echo, filled);
  }

  public Content echoing(@Nullable String words) {
    return new Content(text, payload, choices, attachments, words, filled);
  }

  /// The same words as a template; null: as free words.
  public Content as(@Nullable Filled template) {
    return new Content(text, payload, choices, attachments, echo, template);
  }

  /// Files and not a word.
  public boolean onlyFiles() {
    return !attachments.isEmpty() && payload == null && text.isBlank();
  }

  /// Nothing that the contact put into words.
  public boolean wordless() {
    return onlyFiles() || WORDLESS.equals(payload);
  }

  public boolean isWithdrawn() {
    return WITHDRAWN.equals(payload);
  }

  /// What was pressed, if it was a button of the desk's, e.g. `callback`: the desk answers it, not
  /// the bot.
  public Optional<String> forDesk() {
    return Optional.ofNullable(payload)
        .filter(pressed -> pressed.startsWith(DESK))
        .map(pressed -> pressed.substring(DESK.length()));
  }

  /// Nothing that anybody could see or hear.
  public boolean invisible() {
    return attachments.isEmpty() && text.codePoints().allMatch(Content::invisible);
  }

  private static boolean invisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c)
        || c == UNSTORABLE;
  }

  public boolean automatic() {
    return AUTOMATIC.equals(payload);
  }

  private static String storable(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(c ->
            c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                ? UNSTORABLE
                : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
