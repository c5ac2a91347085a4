package io.direktdraht.conversation.mail;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver of the threads promises.
public interface MailThreadsContract {
  Line.Id LINE = new Line.Id("mail");

  MailThreads threads();

  @Test
  default void givesBackWhatWasNotedOldestFirst() {
    var thread = fresh();
    var second = entry(thread, Kind.AUTOMATIC, "eva@example.org", NINE.plusSeconds(60));
    var first = entry(thread, Kind.RECEIVED, "eva@example.org", NINE);
    threads().note(LINE, second);
    threads().note(LINE, first);
    assertThat(threads().of(LINE, thread)).containsExactly(first, second);
    assertThat(threads().find(LINE, first.id())).contains(first);
    assertThat(threads().find(new Line.Id("other"), first.id())).isEmpty();
    assertThat(threads().of(LINE, fresh())).isEmpty();
  }

  @Test
  default void theSameIdAgainChangesNothing() {
    var first = entry(fresh(), Kind.RECEIVED, "eva@example.org", NINE);
    threads().note(LINE, first);
    threads()
        .note(
            LINE, new Entry(first.id(), fresh(), Kind.WRITTEN, "x@y.z", null, List.of(), "", NINE));
    assertThat(threads().find(LINE, first.id())).contains(first);
  }

  @Test
  default void aLongThreadKeepsItsFirstMail() {
    var thread = fresh();
    for (int i = 0; i < 230; i++)
      threads()
          .note(LINE, entry(thread, Kind.RECEIVED, "p" + i + "@example.org", NINE.plusSeconds(i)));
    var all = threads().of(LINE, thread);
    assertThat(all.getFirst().address()).isEqualTo("p0@example.org");
    assertThat(all.getLast().address()).isEqualTo("p229@example.org");
  }

  @Test
  default void countsWhatProgramsWroteToOneAddress() {
    var address = fresh() + "@example.org";
    for (int minute = 0; minute < 3; minute++)
      threads().note(LINE, entry(fresh(), Kind.AUTOMATIC, address, NINE.plusSeconds(60L * minute)));
    threads().note(LINE, entry(fresh(), Kind.WRITTEN, address, NINE.plusSeconds(60)));
    threads().note(LINE, entry(fresh(), Kind.AUTOMATIC, "x" + address, NINE.plusSeconds(60)));
    assertThat(threads().automatic(LINE, address, NINE.plusSeconds(60))).isEqualTo(2);
  }

  @Test
  default void whoeverBeganAThreadIsFoundByTheirAddressAndNobodyElse() {
    var eva = fresh() + "@example.org";
    var bob = "bob" + eva;
    assertThat(threads().begunBy(LINE, eva)).isEmpty();
    var old = began(eva, Kind.RECEIVED, NINE);
    var hers = began(eva, Kind.RECEIVED, NINE.plusSeconds(60));
    threads().note(LINE, entry(old, Kind.RECEIVED, eva, NINE.plusSeconds(300)));
    var his = began(bob, Kind.RECEIVED, NINE);
    threads().note(LINE, entry(his, Kind.RECEIVED, eva, NINE.plusSeconds(900)));
    began(eva, Kind.WRITTEN, NINE.plusSeconds(900));
    began(eva, Kind.AUTOMATIC, NINE.plusSeconds(900));
    assertThat(threads().begunBy(LINE, eva)).contains(hers);
    assertThat(threads().begunBy(LINE, bob)).contains(his);
    assertThat(threads().begunBy(new Line.Id("other"), eva)).isEmpty();
  }

  @Test
  default void knowsWhenTheNewestMailCame() {
    var line = new Line.Id("mail-" + fresh());
    assertThat(threads().received(line)).isEmpty();
    threads().note(line, entry(fresh(), Kind.RECEIVED, "eva@example.org", NINE.plusSeconds(9)));
    threads().note(line, entry(fresh(), Kind.RECEIVED, "bob@example.org", NINE));
    threads().note(line, entry(fresh(), Kind.WRITTEN, "eva@example.org", NINE.plusSeconds(99)));
    assertThat(threads().received(line)).contains(NINE.plusSeconds(9));
  }

  private String began(String address, Kind kind, Instant at) {
    var thread = fresh();
    threads().note(LINE, entry(thread, kind, address, at));
    return thread;
  }

  private static Entry entry(String thread, Kind kind, String address, Instant at) {
    return new Entry(
        "<" + fresh() + "@example.org>",
        thread,
        kind,
        address,
        kind == Kind.RECEIVED ? "Eva Groß" : null,
        kind == Kind.RECEIVED ? List.of("udo@example.org", "bo@example.org") : List.of(),
        "Bank kaputt 🌳",
        at);
  }
}
