package io.direktdraht.channel.platform;

import io.direktdraht.conversation.outbox.DeliveryResult;

/// A sender whose platform has an inbox of its own, from which a contact can be taken back.
public interface Retaking extends Sender {
  /// {@link DeliveryResult.Accepted}: from now on the contact is ours.
  DeliveryResult retake(String contact) throws InterruptedException;
}
