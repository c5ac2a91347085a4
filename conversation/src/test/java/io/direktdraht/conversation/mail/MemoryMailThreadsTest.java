package io.direktdraht.conversation.mail;

class MemoryMailThreadsTest implements MailThreadsContract {
  private final MailThreads threads = new MemoryMailThreads();

  @Override
  public MailThreads threads() {
    return threads;
  }
}
