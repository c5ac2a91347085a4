package io.direktdraht.conversation.shop;

import io.direktdraht.conversation.ContactId;

/// What the shop knows of a contact besides orders.
public interface Customers {
  Standing standing(ContactId contact);

  /// `tier` as the shop names it, e.g. "vip"; empty when it is unknown.
  record Standing(String tier, int openComplaints) {
    public static final Standing UNKNOWN = new Standing("", 0);
  }
}
