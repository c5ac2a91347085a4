package io.direktdraht.server.crash.product;

import io.direktdraht.server.Direktdraht;
import io.direktdraht.server.crash.ChildJvm;
import io.direktdraht.server.crash.Start;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The product in a process of its own, on a free port, with the few intents of a folder.
final class RunningProduct implements AutoCloseable {
  private final ChildJvm child;
  private final URI address;
  private final String token;

  private RunningProduct(ChildJvm child, URI address, String token) {
    this.child = child;
    this.address = address;
    this.token = token;
  }

  /// An empty database URL means the embedded one, in the folder.
  static RunningProduct start(Path folder, String databaseUrl) throws IOException {
    var catalogue = Files.createDirectories(folder.resolve("catalogue"));
    for (int i = 0; i < 4; i++)
      Files.writeString(catalogue.resolve("topic" + i + ".yaml"), intent(i));
    var child =
        ChildJvm.start(
            Start.plain(),
            Direktdraht.class,
            List.of(
                "--demo",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--direktdraht.database.url=" + databaseUrl,
                "--direktdraht.catalogue=" + catalogue,
                "--direktdraht.recognition.encoder=none", // what is learnt is not the question here
                "--direktdraht.recognition.models=target/models",
                "--direktdraht.sweep=500ms",
                "--direktdraht.rasa.longest-wait=10s",
                "--direktdraht.web.burst=10000"));
    var console = said(child, "console: ");
    return new RunningProduct(child, URI.create(console).resolve("/"), said(child, "rest-token: "));
  }

  URI http(String path) {
    return address.resolve(path);
  }

  URI socket(String path) {
    return URI.create("ws://" + address.getRawAuthority() + path);
  }

  String origin() {
    return "http://" + address.getRawAuthority();
  }

  String token() {
    return token;
  }

  void kill() {
    child.kill();
  }

  @Override
  public void close() {
    child.close();
  }

  private static String said(ChildJvm child, String beginning) {
    for (var line = child.hear(); line.isPresent(); line = child.hear())
      if (line.get().startsWith(beginning)) return line.get().substring(beginning.length());
    throw new AssertionError("it ended before it said " + beginning + "\n" + child.complaints());
  }

  private static String intent(int number) {
    var thing = List.of("Lieferung", "Rechnung", "Rückgabe", "Garantie").get(number);
    var examples =
        IntStream.range(0, 6)
            .mapToObj(i ->
                "    "
                    + List.of("was ist mit", "frage zu", "hilfe bei").get(i % 3)
                    + " "
                    + thing
                    + " "
                    + i)
            .reduce((a, b) -> a + "\n" + b)
            .orElseThrow();
    return """
    id: topic%1$d
    title:
      de: %2$s
      en: %2$s
    answers:
      de:
        - Zu %2$s sagen wir gern etwas.
      en:
        - We gladly say something about %2$s.
    examples:
      de: |
    %3$s
      en: |
    %3$s
    """
        .formatted(number, thing, examples);
  }
}
