package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  private static final Catalogue SMALL =
      Catalogues.of(Map.of("greeting", "hallo\nguten tag", "goodbye", "tschüss\nbis bald"));

  @TempDir private static Path learnt;

  private static String name = "";
  private static LearntRecogniser recogniser;

  @TempDir private Path temp;

  private Path own;
  private Path shipped;

  @BeforeAll
  static void learnsOnce() throws IOException {
    recogniser = models(learnt).recogniser(SMALL);
    name = names(learnt).getFirst();
  }

  @BeforeEach
  void twoFolders() throws IOException {
    own = Files.createDirectory(temp.resolve("own"));
    shipped = Files.createDirectory(temp.resolve("shipped"));
  }

  @Test
  void keepsTheThreeThatWereUsedLast() throws IOException {
    for (int days = 1; days <= 4; days++) file(own, days + ".model", Duration.ofDays(days));
    models(own).recogniser(SMALL);
    assertThat(names(own)).containsExactlyInAnyOrder("1.model", "2.model", name);
  }

  @Test
  void keepsWhatWasLearntJustNowThoughTheClockOfAnotherNodeGoesAhead() throws IOException {
    for (int days = 1; days <= 4; days++) file(own, days + ".model", Duration.ofDays(-days));
    keep(own);
    assertThat(names(own)).containsExactlyInAnyOrder("3.model", "4.model", name);
  }

  @Test
  void whatIsReadIsUsed() throws IOException {
    keep(own);
    var week = FileTime.from(Instant.now().minus(Duration.ofDays(7)));
    Files.setLastModifiedTime(own.resolve(name), week);
    models(own).recogniser(SMALL);
    assertThat(Files.getLastModifiedTime(own.resolve(name))).isGreaterThan(week);
  }

  @Test
  void leavesPointsAndWhatOthersWriteJustNow() throws IOException {
    file(own, "encoder.points", Duration.ofDays(9));
    file(own, "model1.part", Duration.ofDays(9));
    file(own, "model2.part", Duration.ofMinutes(1));
    keep(own);
    assertThat(names(own)).containsExactlyInAnyOrder("encoder.points", "model2.part", name);
  }

  @Test
  void shippedModelsAreOnlyRead() throws IOException {
    keep(shipped);
    for (int days = 1; days <= 4; days++) file(shipped, days + ".model", Duration.ofDays(days));
    var before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(shipped.resolve(name), before);
    models(own, shipped).recogniser(SMALL);
    assertThat(names(shipped)).hasSize(5);
    assertThat(Files.getLastModifiedTime(shipped.resolve(name))).isEqualTo(before);
    assertThat(names(own)).isEmpty();
  }

  @Test
  void aFolderThatTakesNothingCostsNoModel() throws IOException {
    var file = Files.writeString(temp.resolve("file"), "no folder");
    assertThat(models(file.resolve("models")).recogniser(SMALL).understand("hallo"))
        .isEqualTo(recogniser.understand("hallo"));
  }

  @Test
  void whatCouldNotBeKeptLeavesNoPart() throws IOException {
    Files.createDirectories(own.resolve(name).resolve("in the way"));
    keep(own);
    assertThat(names(own)).containsExactly(name);
  }

  /// As when another process deletes it between our look and our opening it.
  @Test
  void aModelThatIsGoneWhenOpenedIsLookedForElsewhere() throws IOException {
    keep(shipped);
    Files.createSymbolicLink(own.resolve(name), temp.resolve("gone"));
    models(own, shipped).recogniser(SMALL);
    assertThat(own.resolve(name)).isSymbolicLink(); // nothing was learnt
  }

  private static void keep(Path folder) {
    new ModelFolder(folder).keep(recogniser.model(), name);
  }

  private static Models models(Path... folders) {
    var entities = new EntityFinder(InstantSource.system(), Products.NONE);
    return new Models(List.of(folders), List.of(), new RecognitionSettings(entities));
  }

  private static void file(Path folder, String name, Duration age) throws IOException {
    var file = Files.writeString(folder.resolve(name), "x");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
