package io.direktdraht.channel.mail;

import jakarta.mail.MessagingException;

/// What a mail server is shown besides the user's name.
public sealed interface Credential {
  /// Throws {@link jakarta.mail.AuthenticationFailedException} when there will be none until
  /// somebody acts, another exception when it may be had later.
  String word() throws MessagingException;

  /// The server did not take the last word.
  void refused();

  record Password(String word) implements Credential {
    @Override
    public void refused() {}

    @Override
    public String toString() {
      return "***";
    }
  }

  /// One that lasts for a while and is fetched anew then.
  non-sealed interface Token extends Credential {}
}
