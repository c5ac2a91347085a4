package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.platform.media.FakeShelf.Step;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What holds for files that contacts send, on every platform.
public interface MediaContract {
  MediaDialect dialect();

  @Test
  default void aPhotoWithWordsIsAFileWithWords() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      shelf.keep("photo", new Step.Gives(Files.PNG));
      var content = sent(bench, shelf, 1, "photo", "Das ist kaputt");
      assertThat(content.text()).isEqualTo(dialect().captions() ? "Das ist kaputt" : "");
      assertThat(content.payload()).isNull();
      var file = content.attachments().getFirst();
      assertThat(file.mediaType()).isEqualTo("image/png");
      assertThat(file.name()).isEqualTo("Foto.png");
      assertThat(bench.attachments.bytes(file.id()))
          .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(Files.PNG));
      assertThat(sent(bench, shelf, 2, "photo", "").onlyFiles()).isTrue();
      assertThat(bench.stored()).isZero();
    }
  }

  @Test
  default void anAlbumOfANewContactIsOneConversationWithAllItsFiles() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      for (int i = 0; i < 10; i++) shelf.keep("photo" + i, new Step.Gives(Files.PNG));
      LogContract.together(
          10, i -> bench.post(dialect().sent(1, i + 1, "photo" + i, "", shelf.url())).getStatus());
      bench.work();
      assertThat(bench.received(1)).hasSize(10);
      assertThat(bench.received(1).stream().flatMap(one -> one.attachments().stream()).distinct())
          .hasSize(10);
      assertThat(bench.log.of(bench.conversation(1).contact(), 10)).hasSize(1);
    }
  }

  @Test
  default void aRepeatedMessageFetchesAndStoresNothingAgain() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      shelf.keep("photo", new Step.Gives(Files.PNG));
      var body = dialect().sent(1, 1, "photo", "da", shelf.url());
      bench.post(body);
      bench.work();
      bench.raw.forget(bench.now.plusSeconds(1)); // even long after
      bench.post(body);
      bench.work();
      assertThat(bench.received(1)).hasSize(1);
      assertThat(shelf.asked()).containsExactly("photo");
      var owner = bench.attachments.find(file(bench).id()).orElseThrow().owner();
      assertThat(bench.attachments.brought(owner, Instant.EPOCH)).isEqualTo(Files.PNG.length);
    }
  }

  @Test
  default void whatIsGoneIsToldAndTheWordsStay() throws InterruptedException {
    missed(
        new Step.Says(404),
        (bench, shelf) -> {
          assertThat(shelf.asked()).hasSize(1);
          assertThat(note(bench)).contains("nicht mehr vorhanden", "no longer there", "404");
        });
  }

  @Test
  default void nothingIsFetchedFromInside() throws InterruptedException {
    for (var inside :
        List.of(
            "http://169.254.169.254/latest/meta-data/",
            "https://169.254.169.254/",
            "https://[::1]/",
            "https://2130706433/",
            "https://169.254.169.254.cdn.example.com@localhost/",
            "file:///etc/passwd",
            "https://other.example.com/"))
      missed(
          new Step.SendsOn(URI.create(inside)),
          (bench, _) -> assertThat(note(bench)).contains("von dort wird nichts geholt"));
  }

  @Test
  default void aLengthThatLiesIsFoundOut() throws InterruptedException {
    missed(
        new Step.Lies(5000),
        (bench, shelf) -> {
          assertThat(shelf.asked()).hasSize(3); // it might have been the network
          assertThat(note(bench)).contains("nicht zu erreichen");
        });
    missed(
        new Step.Lies(Long.MAX_VALUE / 2),
        (bench, shelf) -> {
          assertThat(shelf.asked()).hasSize(1);
          assertThat(note(bench)).contains("zu groß", "too big");
        });
  }

  @Test
  default void whatNeverEndsIsCut() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      shelf.keep("photo", new Step.NeverEnds());
      sent(bench, shelf, 1, "photo", "da");
      shelf.awaitCut();
      assertThat(note(bench)).contains("zu groß");
    }
  }

  @Test
  default void aProgramIsNoPhoto() throws InterruptedException {
    var program = "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1);
    missed(
        new Step.Gives(program),
        (bench, _) -> assertThat(note(bench)).contains("weder Bild", "neither picture"));
  }

  @Test
  default void whatIsTemporaryIsTriedAgain() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      shelf.keep("photo", new Step.Says(503), new Step.Says(429), new Step.Gives(Files.PNG));
      assertThat(sent(bench, shelf, 1, "photo", "da").attachments()).hasSize(1);
      assertThat(bench.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(8));
    }
  }

  @Test
  default void theContactsLanguageIsSpoken() throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      var conversation = bench.hears(1, 1, "Hello");
      var english = new ConversationEvent.DetailGiven(Contact.Detail.LANGUAGE, "en", bench.now);
      bench.log.append(
          new Append(conversation.id(), new Append.Condition.Always(), List.of(english)));
      sent(bench, shelf, 2, "gone", "");
      assertThat(bench.texts(1).getLast()).isEqualTo("[photo: could not be fetched]");
      assertThat(bench.received(1).getLast().automatic()).isTrue(); // the system has answered
      assertThat(told(bench)).singleElement().asString().contains("photo", "send it again");
    }
  }

  @Test
  default void aFileOnItsWayHoldsUpItsContactAlone() throws InterruptedException {
    var there = new CountDownLatch(1);
    try (var shelf = new FakeShelf(dialect());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var bench = bench(shelf, threads)) {
      shelf.keep("slow", new Step.Waits(there, Files.PNG));
      bench.post(dialect().sent(1, 1, "slow", "zuerst", shelf.url()));
      bench.work();
      for (int i = 2; i < 80; i++) bench.post(dialect().wrote(1, i, "danach " + i));
      bench.post(dialect().wrote(2, 100, "ein anderer"));
      for (int i = 0; i < 5; i++) bench.work();
      assertThat(bench.texts(2)).containsExactly("ein anderer");
      assertThat(bench.log.latest(bench.line(), dialect().id(1))).isEmpty();
      there.countDown();
      bench.until(() -> bench.log.latest(bench.line(), dialect().id(1)).isPresent());
      bench.until(() -> bench.stored() == 0);
      var first = dialect().captions() ? "zuerst" : "";
      assertThat(bench.texts(1)).hasSize(79).startsWith(first, "danach 2").endsWith("danach 79");
      assertThat(bench.received(1).getFirst().attachments()).hasSize(1);
      assertThat(shelf.asked()).containsExactly("slow");
    }
  }

  private Bench bench(FakeShelf shelf, Executor threads) {
    var media = new Bench.Media(shelf.url(), threads);
    return new Bench(dialect(), new MemoryRawEvents(), Duration.ofSeconds(20), media);
  }

  /// One file that does not come: the message is there all the same, and everybody knows.
  private void missed(Step step, BiConsumer<Bench, FakeShelf> also) throws InterruptedException {
    try (var shelf = new FakeShelf(dialect());
        var bench = bench(shelf, Runnable::run)) {
      shelf.keep("photo", step);
      var content = sent(bench, shelf, 1, "photo", "Das ist kaputt");
      var missing = "[Foto: konnte nicht abgerufen werden]";
      boolean words = dialect().captions();
      assertThat(content.text()).isEqualTo(words ? missing + "\nDas ist kaputt" : missing);
      // what the bot understands
      assertThat(content.payload()).isEqualTo(words ? "Das ist kaputt" : Content.AUTOMATIC);
      assertThat(content.attachments()).isEmpty();
      assertThat(told(bench)).singleElement().asString().contains("Foto", "noch einmal");
      assertThat(bench.stored()).isZero();
      also.accept(bench, shelf);
    }
  }

  private Content sent(Bench bench, FakeShelf shelf, int order, String file, String words)
      throws InterruptedException {
    bench.post(dialect().sent(1, order, file, words, shelf.url()));
    bench.work();
    return bench.received(1).getLast();
  }

  private static Attachment file(Bench bench) {
    return bench.received(1).getFirst().attachments().getFirst();
  }

  private static String note(Bench bench) {
    return bench.events(1).stream()
        .filter(ConversationEvent.NoteAdded.class::isInstance)
        .map(event -> ((ConversationEvent.NoteAdded) event).text())
        .reduce("", String::concat);
  }

  private static List<String> told(Bench bench) {
    return bench.events(1).stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message().content().text())
        .toList();
  }
}
