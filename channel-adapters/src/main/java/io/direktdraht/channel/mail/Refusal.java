package io.direktdraht.channel.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;

/// Why a mail server is of no use to us now: it does not let us in, has no such folder, or cannot
/// be had. `code` is one for which the page has words.
record Refusal(String code, String detail) {
  static Refusal of(MessagingException failed, String folder) {
    return switch (failed) {
      case AuthenticationFailedException _ -> new Refusal("refused", said(failed));
      case FolderNotFoundException _ -> new Refusal("folder", folder);
      default -> new Refusal("away", said(failed));
    };
  }

  static String said(MessagingException failed) {
    var text = String.valueOf(failed.getMessage());
    var next = failed.getNextException();
    if (next != null) text += "; " + next.getMessage();
    return text.strip().replaceAll("\\s+", " ");
  }
}
