package io.direktdraht.channel.mail;

import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.ConnectorContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A mailbox whose servers take the call and say nothing.
class SilentMailboxTest implements ConnectorContract {
  private ServerSocket silent;
  private MailLine line;
  private Mailboxes boxes;

  @BeforeEach
  void start() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    line = MailLines.mail(silent.getLocalPort(), silent.getLocalPort());
    boxes = MailConnectorTest.boxes(line, List.of());
  }

  @AfterEach
  void stop() throws IOException {
    silent.close();
  }

  @Override
  public Connector connector() {
    return boxes.connector(line);
  }
}
