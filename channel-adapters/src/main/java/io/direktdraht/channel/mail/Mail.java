package io.direktdraht.channel.mail;

import io.direktdraht.conversation.log.Masking;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A mail as it was read. `id` is its Message-ID or, without one, made from what it says; `text` is
/// what was newly written, `full` all of it; `refers` are the ids it answers to, nearest first.
record Mail(
    String id,
    Person from,
    List<Person> others,
    String subject,
    List<String> refers,
    Body body,
    Origin origin) {

  record Person(String address, @Nullable String name) {
    Person {
      address = address.toLowerCase(Locale.ROOT);
    }
  }

  record Body(String text, String full, List<File> files) {
    Body {
      files = List.copyOf(files);
    }

    private Body masked(Masking masking) {
      return new Body(masking.masked(text), masking.masked(full), files);
    }

    boolean shortened() {
      return !text.equals(full);
    }
  }

  /// What came with a mail. `bytes` are never changed.
  @SuppressWarnings("ArrayRecordComponent")
  record File(String name, byte[] bytes) {}

  /// `automatic`: written by a program; `unverified`: our own server says that the sender may be
  /// another; `bounce`: the report about a mail of ours.
  record Origin(boolean automatic, boolean unverified, @Nullable Bounce bounce) {}

  Mail {
    others = List.copyOf(others);
    refers = List.copyOf(refers);
  }

  /// Nothing of what it hides in any words; the id and the files stay.
  Mail masked(Masking masking) {
    return new Mail(
        id, from, others, masking.masked(subject), refers, body.masked(masking), origin);
  }
}
