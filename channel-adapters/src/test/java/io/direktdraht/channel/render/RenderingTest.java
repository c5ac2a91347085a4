package io.direktdraht.channel.render;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
  private static final FileLinks LINKS = file -> "https://chat.example/files/" + file.name();

  private static final Capabilities BOTH =
      new Capabilities(
          Limit.characters(100),
          List.of(
              new Menu(
                  Menu.Kind.BUTTONS,
                  3,
                  Limit.characters(10),
                  Limit.characters(20),
                  Limit.characters(40)),
              new Menu(
                  Menu.Kind.LIST,
                  5,
                  Limit.characters(14),
                  Limit.characters(20),
                  Limit.characters(100))),
          null);

  @Test
  void splitsAfterAParagraphElseASentenceElseAWord() {
    var limit = Limit.characters(24);
    assertThat(Splitting.parts("Erster Absatz.\n\nZweiter. Und dritter.", limit))
        .containsExactly("Erster Absatz.\n\n", "Zweiter. Und dritter.");
    assertThat(Splitting.parts("Ein Satz. Noch ein Satz. Und der letzte.", limit))
        .containsExactly("Ein Satz. ", "Noch ein Satz. ", "Und der letzte.");
    assertThat(Splitting.parts("viele Wörter ohne ein Ende davon", limit))
        .containsExactly("viele Wörter ohne ein ", "Ende davon");
    assertThat(Splitting.parts("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", limit))
        .containsExactly("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦");
  }

  @ParameterizedTest
  @CsvSource({"1, BUTTONS", "3, BUTTONS", "4, LIST", "5, LIST"})
  void showsFewChoicesAsButtonsAndMoreAsAList(int count, Menu.Kind expected) {
    var parts = Rendering.parts(asking("Was?", count, "Wahl "), BOTH, LINKS);
    assertThat(parts).singleElement().extracting(Part::menu).isEqualTo(expected);
    assertThat(parts.getFirst().choices()).hasSize(count);
  }

  @Test
  void showsWhatFitsNowhereAsNumbers() {
    assertThat(Rendering.parts(asking("Was?", 6, "Wahl "), BOTH, LINKS))
        .containsExactly(
            Part.text("Was?\n\n1. Wahl 1\n2. Wahl 2\n3. Wahl 3\n4. Wahl 4\n5. Wahl 5\n6. Wahl 6"));
    assertThat(Rendering.parts(asking("Was?", 2, "Eine lange Wahl "), BOTH, LINKS))
        .containsExactly(Part.text("Was?\n\n1. Eine lange Wahl 1\n2. Eine lange Wahl 2"));
  }

  @Test
  void twoChoicesOfOneTitleAreNumbers() {
    var choices = List.of(new Choice("Ja", "/a"), new Choice("Ja", "/b"));
    var parts = Rendering.parts(message(new Content("Was?", null, choices)), BOTH, LINKS);
    assertThat(parts).containsExactly(Part.text("Was?\n\n1. Ja\n2. Ja"));
  }

  @Test
  void choicesStandBelowTheLastPart() {
    var parts = Rendering.parts(asking("Ein Satz mit Worten. ".repeat(5), 2, "Wahl "), BOTH, LINKS);
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts).allSatisfy(part -> assertThat(part.text()).hasSizeLessThanOrEqualTo(40));
    assertThat(parts.getLast().menu()).isEqualTo(Menu.Kind.BUTTONS);
    assertThat(parts.subList(0, parts.size() - 1)).extracting(Part::menu).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void nothingToSeeIsNothing(String text) {
    assertThat(Rendering.parts(message(Content.text(text)), BOTH, LINKS)).isEmpty();
    assertThat(Rendering.parts(asking(text, 2, "Wahl "), BOTH, LINKS))
        .containsExactly(Part.text("1. Wahl 1\n2. Wahl 2"));
  }

  @Test
  void aPayloadThatIsTooLongIsAReferenceThatFindsItAgain() {
    var choices = List.of(new Choice("kurz", "/a"), new Choice("lang", "/" + "x".repeat(20)));
    var message = message(new Content("Was?", null, choices));
    var carried = Rendering.parts(message, BOTH, LINKS).getFirst().choices();
    assertThat(carried.getFirst().payload()).isEqualTo("/a");
    assertThat(Reference.of(carried.getLast().payload()))
        .contains(new Reference(message.conversation(), 7, 1));
    var longest = new Reference(message.conversation(), 999_999_999_999_999_999L, 999_999).text();
    assertThat(Limit.bytes(64).fits(longest)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dd:", "/human", "dd:short:1:1", "dd:AAAAAAAAAAAAAAAAAAAAAA:x:1"})
  void aForeignPayloadIsNoReference(String payload) {
    assertThat(Reference.of(payload)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2, true, b",
        "'2.', true, b",
        "(1), true, a",
        "#1, true, a",
        " 2 , true, b",
        "0, true, -",
        "3, true, -",
        "'2 Stück', true, -",
        "2, false, -",
        "Nein, false, b",
        "NEIN, true, b",
        "nein danke, true, -",
        "'', true, -",
        "99999999999999999999, true, -"
      })
  void aTypedNumberOrTitleIsAChoice(String typed, boolean numbers, String expected) {
    var offered = List.of(new Choice("Ja", "a"), new Choice("Nein", "b"));
    assertThat(Typed.choice(typed, offered, numbers).map(Choice::payload).orElse(null))
        .isEqualTo(expected);
  }

  @Test
  void filesFollowAsLinksThatNothingSplits() {
    var file = new Attachment(Attachment.Id.next(NINE), "Rechnung.pdf", "application/pdf", 1);
    var choices = List.of(new Choice("Ja", "/a"));
    var content = new Content("Bitte sehr.", null, choices).with(List.of(file));
    var url = "https://chat.example/files/Rechnung.pdf";
    var link = Part.link(new Part.Link("Rechnung.pdf", "application/pdf", url));
    assertThat(link.text()).isEqualTo("Rechnung.pdf\n" + url);
    assertThat(Rendering.parts(message(content), BOTH, LINKS))
        .containsExactly(Part.text("Bitte sehr."), link.with(Menu.Kind.BUTTONS, choices));
    assertThat(Rendering.parts(message(Content.text("").with(List.of(file))), BOTH, LINKS))
        .containsExactly(link);
  }

  private static OutboundMessage asking(String text, int count, String title) {
    var choices =
        IntStream.rangeClosed(1, count).mapToObj(i -> new Choice(title + i, "/" + i)).toList();
    return message(new Content(text, null, choices));
  }

  private static OutboundMessage message(Content content) {
    return new OutboundMessage(ConversationId.next(NINE), 7, "user", new Author.Bot(), content);
  }
}
