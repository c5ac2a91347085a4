package io.direktdraht.channel.mail;

import java.util.List;
import java.util.Locale;

/// What another server reports about a mail of ours (RFC 3464): its Message-ID as far as the report
/// repeats it, else empty, and what became of it for each recipient.
record Bounce(String about, List<Fate> fates) {
  enum What {
    FAILED,
    LATE,
    /// It arrived, or went on to somewhere else.
    FINE
  }

  /// `recipient` may be empty; `status` is the enhanced one (RFC 3463), e.g. 5.1.1.
  record Fate(String recipient, What what, String status, String reason) {
    Fate {
      recipient = recipient.toLowerCase(Locale.ROOT);
    }

    String said() {
      return (status + " " + reason).strip();
    }
  }

  Bounce {
    fates = List.copyOf(fates);
  }
}
