package io.direktdraht.conversation;

/// What was promised: an answer here, a call at the due time, or an answer by e-mail.
public enum PromiseKind {
  ANSWER,
  CALLBACK,
  EMAIL
}
