package io.direktdraht.server.evaluate;

/// What can be asked about the bot, by the option that names the file and by the key in JSON.
public enum Question {
  INTENTS("--intents", "intents"),
  OUT_OF_SCOPE("--out-of-scope", "outOfScope"),
  HUMAN_REQUEST("--human-request", "humanRequest"),
  EMOTION("--emotion", "emotion"),
  CONVERSATIONS("--conversations", "conversations"),
  TRAIN_TEST("--train-test", "trainTest");

  private final String option;
  private final String key;

  Question(String option, String key) {
    this.option = option;
    this.key = key;
  }

  public String option() {
    return option;
  }

  public String key() {
    return key;
  }
}
