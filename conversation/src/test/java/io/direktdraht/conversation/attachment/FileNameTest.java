package io.direktdraht.conversation.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

  @ParameterizedTest
  @MethodSource("names")
  void aNameHarmsNobody(String given, String cleaned) {
    assertThat(FileName.cleaned(given)).isEqualTo(cleaned);
  }

  @Test
  void aLongNameKeepsItsEnding() {
    var cleaned = FileName.cleaned("🌳".repeat(300) + ".pdf");
    assertThat(cleaned).endsWith("🌳.pdf");
    assertThat(cleaned.codePointCount(0, cleaned.length())).isEqualTo(100);
  }

  @Test
  void theEndingTellsTheKindNotTheWish() {
    assertThat(FileName.ending("rechnung.exe", List.of("pdf"))).isEqualTo("rechnung.exe.pdf");
    assertThat(FileName.ending("Foto.JPEG", List.of("jpg", "jpeg"))).isEqualTo("Foto.JPEG");
  }

  @Property(seed = "20261122")
  void aCleanNameStaysAsItIs(@ForAll String given) {
    var cleaned = FileName.cleaned(given);
    assertThat(FileName.cleaned(cleaned)).isEqualTo(cleaned);
    assertThat(cleaned).isNotBlank().doesNotContain("/", "\\", "\n", "\u202e", "\"");
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("Rechnung März.pdf", "Rechnung März.pdf"),
        arguments("../../etc/passwd", "passwd"),
        arguments("C:\\Users\\eva\\Foto.jpg", "Foto.jpg"),
        arguments("CON", "_CON"),
        arguments("con.txt", "_con.txt"),
        arguments(".bashrc", "bashrc"),
        arguments("a<b>:c?.txt", "a_b__c_.txt"),
        arguments("invoice\u202efdp.exe", "invoicefdp.exe"),
        arguments("a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt"),
        arguments("n\u0000ull.png", "null.png"),
        arguments("...", "file"),
        arguments("   ", "file"),
        arguments("/", "file"),
        arguments("ends. .", "ends"));
  }
}
