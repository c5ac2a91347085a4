package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.outbox.DeliveryResult;

/// Slack is told by hand where to call. Whether the app is still installed is asked all the same,
/// so that nobody learns from a customer that it is not.
public final class SlackRegistration implements Registration {
  private final SlackSender sender;

  public SlackRegistration(SlackSender sender) {
    this.sender = sender;
  }

  /// An outage is no reason to believe that we are not known.
  @Override
  public Outcome register() throws InterruptedException {
    return sender
        .check()
        .filter(DeliveryResult.Unauthorized.class::isInstance)
        .<Outcome>map(dead -> new Outcome.Unknown(dead.failure().reason()))
        .orElseGet(Outcome.Known::new);
  }
}
