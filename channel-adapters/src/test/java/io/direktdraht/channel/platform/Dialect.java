package io.direktdraht.channel.platform;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// How one platform speaks: what a test must know of it, so that all can be tested alike.
public interface Dialect {
  /// A line whose calls go to the fake.
  PlatformLine line(URI platform, Duration timeout, InstantSource clock);

  FakePlatform platform();

  HttpHeaders signed(byte[] body, String query);

  default HttpHeaders signed(byte[] body) {
    return signed(body, "");
  }

  /// Headers that must not open the door for this body.
  List<HttpHeaders> forged(byte[] body);

  /// A webhook in which a contact, the n-th one, wrote something; `order` rises with time.
  String wrote(int contact, int order, String text);

  /// A webhook with an entry that cannot be read.
  String poisoned(int order);

  /// One webhook that tells all that these tell, if this platform ever tells several things at
  /// once.
  default Optional<String> together(List<String> webhooks) {
    return Optional.empty();
  }

  /// A webhook in which a contact pressed a choice of one of our messages.
  String pressed(int contact, int order, JsonNode ours, int choice);

  /// The id under which a contact is known.
  String id(int contact);

  /// What the contact sees of a call.
  String text(JsonNode call);

  List<String> titles(JsonNode call);

  /// The address of the file that a call shows itself, if it does.
  default Optional<String> enclosed(JsonNode call) {
    return Optional.empty();
  }

  /// A webhook that tells what became of one of our messages, if this platform tells.
  Optional<Told> status(JsonNode call, String status);

  /// A webhook that tells that a contact blocked us or took that back, if this platform tells.
  default Optional<String> reach(int contact, int order, boolean reachable) {
    return Optional.empty();
  }

  /// A webhook in which a contact gives the message with that order other words, if this platform
  /// tells.
  default Optional<String> edited(int contact, int order, int message, String text) {
    return Optional.empty();
  }

  /// A webhook in which a contact takes the message with that order back, if this platform tells.
  default Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.empty();
  }

  /// A webhook with what follows its question mark.
  record Told(String query, String body) {}

  /// Whether a status names the message of ours that it is about.
  default boolean namesOurs() {
    return true;
  }

  /// What the platform is told when somebody writes to a contact whose newest message has this
  /// order, and what it says to that; empty where it shows nothing.
  default Optional<Gesture> writes(int contact, int order) {
    return Optional.empty();
  }

  /// The same when that message was read.
  default Optional<Gesture> reads(int contact, int order) {
    return Optional.empty();
  }

  /// `path`: where the platform is told. `body`: what, as JSON.
  record Gesture(String path, String body, Reaction says) {}

  /// Whether contacts can press something; else they type.
  boolean buttons();

  /// Whether the platform tells what was written first.
  boolean ordered();

  /// Whether the platform knows a repetition, so that what may have arrived is sent again.
  default boolean repeatable() {
    return false;
  }

  /// Whether it does so by looking for what the platform has.
  default boolean looks() {
    return false;
  }

  /// Whether an answer must be read to know that it is a yes.
  default boolean answers() {
    return true;
  }

  /// What the platform says when it is asked who we are, if it can be asked.
  default Optional<Known> known() {
    return Optional.empty();
  }

  /// `path`: where it is asked. `name`: by which it knows us.
  record Known(String path, Reaction says, String name) {}

  /// Answers of the platform by what they mean.
  Reaction deadCredentials();

  Reaction blocked();

  Reaction invalid();

  Reaction slow(int seconds);

  /// Whether `slow` is about one contact only.
  boolean slowsOneContact();
}
