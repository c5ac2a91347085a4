package io.direktdraht.intents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueWatchTest {
  @TempDir Path folder;

  private final LinkedBlockingQueue<Loaded> reports = new LinkedBlockingQueue<>();

  @Test
  void reportsAChangeAndKeepsTheOldCatalogueWhenItIsBroken() throws Exception {
    write(CatalogueTexts.opening());
    try (var watch = CatalogueWatch.start(folder, Duration.ofMillis(50), reports::add)) {
      var first = watch.latest().orElseThrow();

      write(CatalogueTexts.opening().replace("wann habt ihr offen", "wann sperrts auf"));
      assertThat(next()).isInstanceOf(Loaded.Valid.class);
      var second = watch.latest().orElseThrow();
      assertThat(second.version()).isNotEqualTo(first.version());

      write("id: opening_hours");
      assertThat(next()).isInstanceOf(Loaded.Broken.class);
      assertThat(watch.latest()).contains(second);
    }
  }

  @Test
  void goesOnAfterAListenerFailed() throws Exception {
    write(CatalogueTexts.opening());
    try (var _ =
        CatalogueWatch.start(
            folder,
            Duration.ofMillis(50),
            loaded -> {
              reports.add(loaded);
              throw new IllegalStateException("on purpose");
            })) {
      write("id: x");
      assertThat(next()).isInstanceOf(Loaded.Broken.class);
      write(CatalogueTexts.opening());
      assertThat(next()).isInstanceOf(Loaded.Valid.class);
    }
  }

  private Loaded next() throws InterruptedException {
    var report = reports.poll(20, TimeUnit.SECONDS);
    assertThat(report).as("a report within 20 seconds").isNotNull();
    return report;
  }

  private void write(String text) throws IOException {
    var hidden = Files.writeString(folder.resolve(".new"), text);
    Files.move(
        hidden,
        folder.resolve("opening_hours.yaml"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
