package io.direktdraht.intents.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a catalogue, one intent a file, from a folder or from what ships with the product.
public final class CatalogueFiles {
  private static final String BUNDLE = "/catalogue/";
  private static final String INDEX = "index.txt";

  private CatalogueFiles() {}

  public static Loaded load(Path folder) {
    var problems = new ArrayList<Problem>();
    var sources = new ArrayList<SourceFile>();
    try (var listing = Files.list(folder)) {
      for (var file : listing.filter(CatalogueFiles::isIntent).sorted().toList()) {
        read(file, sources, problems);
      }
    } catch (IOException e) {
      problems.add(new Problem(folder.toString(), 0, "cannot be read: " + e));
    }
    return problems.isEmpty()
        ? CatalogueReading.read(sources, folder.toString())
        : new Loaded.Broken(problems);
  }

  public static Loaded bundled() {
    var sources = new ArrayList<SourceFile>();
    var index = resource(INDEX);
    if (index == null) {
      return new Loaded.Broken(List.of(new Problem(INDEX, 0, "is missing")));
    }
    var lines = index.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var text = resource(lines.get(i));
      if (text == null) {
        var message = "names " + lines.get(i) + ", which is missing";
        return new Loaded.Broken(List.of(new Problem(INDEX, i + 1, message)));
      }
      sources.add(new SourceFile(lines.get(i), text));
    }
    return CatalogueReading.read(sources, INDEX);
  }

  private static boolean isIntent(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.endsWith(SourceFile.SUFFIX) && !name.startsWith(".");
  }

  private static void read(Path file, List<SourceFile> sources, List<Problem> problems)
      throws IOException {
    var name = String.valueOf(file.getFileName());
    try {
      sources.add(new SourceFile(name, Files.readString(file)));
    } catch (CharacterCodingException notUtf8) {
      problems.add(new Problem(name, 0, "is not UTF-8"));
    }
  }

  private static @Nullable String resource(String name) {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(BUNDLE + name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + BUNDLE + name, e);
    }
  }
}
