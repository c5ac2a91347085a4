package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.mail.Bounce.Fate;
import io.direktdraht.channel.mail.Bounce.What;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
  private static final String EVA = "Eva =?utf-8?Q?Gro=C3=9F?= <Eva@Example.org>";

  @Test
  void readsWhoWroteWhatAboutWhat() {
    var mail =
        Mails.from(EVA, "<A1@Example.org>")
            .with("Cc", "udo@example.org, hilfe+x@shop.example")
            .with("Subject", "=?utf-8?Q?Bank_kaputt_=F0=9F=8C=B3?=")
            .with("In-Reply-To", "<B2@x>")
            .with("References", "<C3@x> <B2@x>")
            .saying("Sie wackelt.\r\n\r\n-- \r\nEva")
            .read();
    assertThat(mail.id()).isEqualTo("<a1@example.org>");
    assertThat(mail.from()).isEqualTo(new Mail.Person("eva@example.org", "Eva Groß"));
    assertThat(mail.others()).extracting(Mail.Person::address).containsExactly("udo@example.org");
    assertThat(mail.subject()).isEqualTo("Bank kaputt 🌳");
    assertThat(mail.refers()).startsWith("<b2@x>", "<c3@x>");
    assertThat(mail.body().text()).isEqualTo("Sie wackelt.");
    assertThat(mail.body().full()).isEqualTo("Sie wackelt.\n\n-- \nEva");
    assertThat(mail.origin().automatic()).isFalse();
  }

  /// As declared, else UTF-8, else windows-1252.
  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "iso-8859-1, ISO-8859-1",
    "windows-1252, windows-1252",
    "us-ascii, UTF-8",
    "us-ascii, windows-1252",
    "utf-8, windows-1252",
    "no-such-charset, UTF-8",
    "'?*!', windows-1252",
  })
  void aBrokenCharsetIsReadAllTheSame(String declared, String written) {
    var mail =
        Mails.from(EVA, "<a@x>")
            .with("Content-Type", "text/plain; charset=" + declared)
            .saying("Grüße aus Köln".getBytes(Charset.forName(written)))
            .read();
    assertThat(mail.body().text()).isEqualTo("Grüße aus Köln");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Auto-Submitted|auto-replied",
        "Auto-Submitted|auto-generated",
        "Precedence|bulk",
        "Precedence|auto_reply",
        "List-Id|<news.example.org>",
        "List-Unsubscribe|<mailto:x@y.z>",
        "X-Autoreply|yes",
        "X-Auto-Response-Suppress|OOF",
        "Return-Path|<>",
        "From|MAILER-DAEMON@example.org",
        "From|no-reply@example.org",
        "From|hilfe@shop.example",
        "From|hilfe+dd.1.x@shop.example",
      })
  void whatAProgramWroteIsKnown(String header, String value) {
    assertThat(Mails.from(EVA, "<a@x>").with(header, value).read().origin().automatic()).isTrue();
  }

  @Test
  void aPersonWhoSaysNoIsAPerson() {
    assertThat(Mails.from(EVA, "<a@x>").with("Auto-Submitted", "no").read().origin().automatic())
        .isFalse();
  }

  @Test
  void plainWordsComeBeforeHtmlAndFilesAreKept() {
    var mail =
        Mails.from(EVA, "<a@x>")
            .with("Content-Type", "multipart/mixed; boundary=m")
            .saying(
                """
                --m\r
                Content-Type: multipart/alternative; boundary=a\r
                \r
                --a\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                Schlichte Worte\r
                --a\r
                Content-Type: text/html; charset=utf-8\r
                \r
                <p>Bunte Worte</p>\r
                --a--\r
                --m\r
                Content-Type: image/png; name="=?utf-8?Q?Bank_gr=C3=BCn=2Epng?="\r
                Content-Disposition: attachment; filename*=utf-8''Bank%20gr%C3%BCn.png\r
                Content-Transfer-Encoding: base64\r
                \r
                iVBORw0KGgo=\r
                --m--\r
                """)
            .read();
    assertThat(mail.body().text()).isEqualTo("Schlichte Worte");
    assertThat(mail.body().files()).extracting(Mail.File::name).containsExactly("Bank grün.png");
    assertThat(mail.body().files().getFirst().bytes()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void anHtmlMailIsReadAsWords() {
    var mail =
        Mails.from(EVA, "<a@x>")
            .with("Content-Type", "text/html; charset=utf-8")
            .saying("<p>Passt.</p><div class=\"gmail_quote\">alt</div>")
            .read();
    assertThat(mail.body().text()).isEqualTo("Passt.");
    assertThat(mail.body().full()).isEqualTo("Passt.\nalt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/mixed",
        "multipart/mixed; boundary=x",
        "multipart/alternative; boundary=\"",
        "text/plain; charset",
        "x",
      })
  void aMailThatNobodyCanReadIsKeptAsItCame(String type) {
    var mail = Mails.from(EVA, "<a@x>").with("Content-Type", type).saying("--y\r\nHallo").read();
    assertThat(mail.from().address()).isEqualTo("eva@example.org");
    assertThat(mail.body().full().length() + mail.body().files().size()).isPositive();
  }

  @Test
  void withoutAnIdAMailIsKnownByWhatItSays() {
    var one = Mails.from(EVA, "").without("Message-ID").read();
    var same = Mails.from(EVA, "").without("Message-ID").read();
    var other = Mails.from(EVA, "").without("Message-ID").saying("anders").read();
    assertThat(one.id()).startsWith("sha256:").isEqualTo(same.id()).isNotEqualTo(other.id());
    assertThat(Mails.from(EVA, "<" + "x".repeat(300) + "@y>").read().id()).startsWith("sha256:");
  }

  /// Only the word of our own server counts.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx.shop.example; dmarc=fail header.from=example.org|true",
        "mx.shop.example; spf=pass; dmarc=pass|false",
        "mx.evil.example; dmarc=fail|false",
        "mx.evil.example; dmarc=pass|false",
      })
  void anUnverifiedSenderIsKnownByOurOwnServer(String results, boolean unverified) {
    var mail = Mails.from(EVA, "<a@x>").with("Authentication-Results", results).read();
    assertThat(mail.origin().unverified()).isEqualTo(unverified);
  }

  @Test
  void aReportTellsWhichMailFailedAndWhy() {
    var bounce = Bounces.of("<dd.1@shop.example>", "failed", "5.1.1").read().origin().bounce();
    assertThat(bounce)
        .isEqualTo(
            new Bounce(
                "<dd.1@shop.example>",
                List.of(
                    new Fate(
                        "eva@example.org", What.FAILED, "5.1.1", "smtp; 550 5.1.1 user unknown"))));
    var late = Bounces.of("<dd.1@shop.example>", "delayed", "4.4.1").read().origin().bounce();
    assertThat(late.fates()).extracting(Fate::what).containsExactly(What.LATE);
  }

  @Test
  void namesAndSubjectsBringNoHeaders() {
    var mail =
        Mails.from("\"Eva\u0007 Bcc\" <eva@example.org>", "<a@x>")
            .with("Subject", "=?utf-8?Q?Hallo=0D=0ABcc:_x@y.z?=")
            .read();
    assertThat(mail.subject()).doesNotContain("\r", "\n").startsWith("Hallo");
    assertThat(mail.from().name()).doesNotContain("\u0007");
    assertThat(Mails.from("<script>@x", "<a@x>").read().from().address())
        .isEqualTo("unknown@invalid");
  }
}
