package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What holds for files that we send: each is shown itself where the platform takes such a file,
/// and is a link in the text elsewhere.
public interface EnclosureContract {
  Dialect dialect();

  @Test
  default void aPictureAndADocumentFollowTheirTextInOrder() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var files = List.of(picture(bench), document(bench));
      bench.says(bench.hears(1, 1, "Hallo"), Content.text("Bitte sehr.").with(files));
      bench.says(bench.conversation(1), "danach");
      bench.carry();
      assertThat(seen(bench)).isEqualTo(expected(bench, files, "danach"));
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void afterTroubleOnlyTheFilesThatAreNotThereComeAgain() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var files = List.of(picture(bench), document(bench));
      bench.says(bench.hears(1, 1, "Hallo"), Content.text("Bitte sehr.").with(files));
      bench.platform.next(
          new Reaction.Takes(),
          new Reaction.Says(503, ""),
          new Reaction.Takes(),
          new Reaction.Says(503, ""));
      bench.carry();
      assertThat(seen(bench)).isEqualTo(expected(bench, files));
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void aFileInDoubtRepeatsNothingThatIsThere() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var files = List.of(picture(bench), document(bench));
      bench.says(bench.hears(1, 1, "Hallo"), Content.text("Bitte sehr.").with(files));
      bench.platform.next(
          new Reaction.Takes(), new Reaction.TakesAndBreaks(Fault.CONNECTION_RESET_BY_PEER));
      bench.carry();
      var all = expected(bench, files);
      boolean again = dialect().repeatable();
      assertThat(seen(bench)).isEqualTo(again ? all : all.subList(0, 2));
      assertThat(bench.failures(1)).isEqualTo(again ? List.of() : List.of("ambiguous"));
    }
  }

  @Test
  default void whatThePlatformDoesNotTakeIsALink() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var id = Attachment.Id.next(bench.now);
      var big = new Attachment(id, "gross.png", "image/png", 200_000_000);
      var odd = new Attachment(id, "Foto.heic", "image/heic", 1);
      bench.says(bench.hears(1, 1, "Hallo"), Content.text("").with(List.of(big, odd)));
      bench.carry();
      assertThat(seen(bench)).containsExactly(link(big), link(odd));
    }
  }

  @Test
  default void aFileAboveButtonsIsALink() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().buttons(), "nothing can be pressed there");
      var file = picture(bench);
      var asked = new Content("Gut?", null, List.of(new Choice("Ja", "/ja")));
      bench.says(bench.hears(1, 1, "Hallo"), asked.with(List.of(file)));
      bench.carry();
      assertThat(seen(bench)).containsExactly("Gut?", link(file));
      assertThat(dialect().titles(bench.platform.accepted().getLast())).containsExactly("Ja");
    }
  }

  @Test
  default void whatThePlatformCannotFetchIsALink() throws InterruptedException {
    for (var from : List.of("http://chat.example", "https://localhost", "https://10.0.0.1"))
      try (var bench = new Bench(dialect())) {
        bench.links = from + "/files/";
        bench.says(bench.hears(1, 1, "Hallo"), Content.text("").with(List.of(picture(bench))));
        bench.carry();
        assertThat(bench.shown()).singleElement().asString().startsWith("Foto.png\n" + from);
      }
  }

  @Test
  default void aFileThatThePlatformRefusesComesAsALink() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var file = picture(bench);
      Assumptions.assumeTrue(takes(bench, file), "it takes no pictures");
      bench.says(bench.hears(1, 1, "Hallo"), Content.text("Hier:").with(List.of(file)));
      bench.platform.next(new Reaction.Takes(), dialect().invalid());
      bench.carry();
      assertThat(bench.shown()).containsExactly("Hier:", link(file));
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  private static Attachment picture(Bench bench) {
    return new Attachment(Attachment.Id.next(bench.now), "Foto.png", "image/png", 1000);
  }

  private static Attachment document(Bench bench) {
    var id = Attachment.Id.next(bench.now);
    return new Attachment(id, "Rechnung.pdf", "application/pdf", 1000);
  }

  private List<String> expected(Bench bench, List<Attachment> files, String... after) {
    var expected = new ArrayList<String>();
    expected.add("Bitte sehr.");
    for (var file : files) expected.add(takes(bench, file) ? address(file) : link(file));
    expected.addAll(List.of(after));
    return expected;
  }

  private List<String> seen(Bench bench) {
    return bench.platform.accepted().stream()
        .map(call -> dialect().enclosed(call).orElseGet(() -> dialect().text(call)))
        .toList();
  }

  private boolean takes(Bench bench, Attachment file) {
    return dialect()
        .line(bench.platform.url(), Duration.ofSeconds(1), () -> bench.now)
        .sender()
        .capabilities()
        .enclosure(file)
        .isPresent();
  }

  private static String address(Attachment file) {
    return "https://chat.example/files/" + file.id();
  }

  private static String link(Attachment file) {
    return file.name() + "\n" + address(file);
  }
}
