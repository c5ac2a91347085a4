package io.direktdraht.conversation.template;

/// What stands below a template to be pressed.
public sealed interface Button {
  String title();

  /// An answer, or a number to call: nothing is to be given for it.
  record Plain(String title) implements Button {}

  /// An address, which may end in a variable.
  record Link(String title, String url) implements Button {}

  /// A code to be copied, which is given when the template is used.
  record Code(String title) implements Button {}
}
