package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.channel.setup.Reach.Sight;
import io.direktdraht.channel.setup.Reach.Trouble;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One mail line, put together: what comes in and what goes out.
public final class MailChannel implements AutoCloseable {
  private final MailBox box;
  private final MailAdapter adapter;

  /// Looks into the mailbox from now on. `key` is a secret of 32 bytes that signs ids.
  public MailChannel(MailLine line, Habits habits, MailPorts ports, byte[] key) {
    var ids = new MailIds(line, key);
    adapter = new MailAdapter(line, ports, habits, ids);
    box = new MailBox(line, habits, ports, new Mailroom(line, ports, ids));
  }

  public ChannelAdapter adapter() {
    return adapter;
  }

  /// `heard`: when the newest mail came, whoever took it.
  Sight sight(@Nullable Instant heard) {
    return box.sight(heard);
  }

  /// Why it cannot be looked into.
  Optional<Trouble> problem() {
    return box.trouble();
  }

  @Override
  public void close() {
    box.close();
  }
}
