package io.direktdraht.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "hello &amp; &lt;b&gt;~hello & <b>",
        "&amp;lt;~&lt;",
        "<@U1> <@U2|ann>~@U1 @ann",
        "<#C1|general> <#C2>~#general #C2",
        "<!here> <!subteam^S1|@team>~@here @team",
        "<https://x.example/a?b=1&amp;c=2>~https://x.example/a?b=1&c=2",
        "<https://x.example|the shop>~the shop (https://x.example)",
        "<http://x.example|x.example>~x.example",
        "<mailto:ann@x.example|ann@x.example>~ann@x.example",
        "<https://x.example/$1\\2|$0>~$0 (https://x.example/$1\\2)",
        "1 &lt; 2 <~1 < 2 <"
      })
  void readsWhatAReaderSees(String mrkdwn, String text) {
    assertThat(SlackText.read(mrkdwn)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<!here|x>", "<@U1>", "<https://x|y>", "&lt;!channel&gt;"})
  void nothingThatIsWrittenIsACommand(String text) {
    assertThat(SlackText.write(text)).doesNotContain("<", ">");
    assertThat(SlackText.read(SlackText.write(text))).isEqualTo(text);
  }

  @Test
  void escapesOnlyWhatSlackAsksFor() {
    assertThat(SlackText.write("*a* _b_ \"c\" 'd' & <e>"))
        .isEqualTo("*a* _b_ \"c\" 'd' &amp; &lt;e&gt;");
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadUnchanged(@ForAll String text) {
    assertThat(SlackText.write(text)).doesNotContain("<", ">");
    assertThat(SlackText.read(SlackText.write(text))).isEqualTo(text);
  }
}
