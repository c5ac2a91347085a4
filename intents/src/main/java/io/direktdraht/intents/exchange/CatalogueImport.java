package io.direktdraht.intents.exchange;

import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.exchange.Foreign.ForeignIntent;
import io.direktdraht.intents.text.NormalText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Foreign intents as files that the catalogue accepts. An example belongs to one intent only: what
/// another one already has is left out.
public record CatalogueImport(List<IntentFile> files, List<String> notes) {
  public CatalogueImport {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// `present` is the catalogue that the files join.
  public static CatalogueImport of(Foreign foreign, Catalogue present) {
    var files = new ArrayList<IntentFile>();
    var notes = new ArrayList<>(foreign.notes());
    var owners = owners(present);
    for (var intent : foreign.intents()) {
      var own = own(intent, owners, notes);
      if (own.examples().values().stream().allMatch(Set::isEmpty))
        notes.add(intent.id() + ": left out, it has no example of its own");
      else files.add(IntentFile.of(own));
    }
    return new CatalogueImport(files, notes);
  }

  /// All or nothing: a file that is there already is never written over.
  public void writeInto(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files) {
      var path = folder.resolve(file.name());
      if (Files.exists(path)) throw new FileAlreadyExistsException(path.toString());
    }
    for (var file : files)
      Files.writeString(folder.resolve(file.name()), file.text(), StandardOpenOption.CREATE_NEW);
  }

  private static Map<String, String> owners(Catalogue present) {
    var owners = new HashMap<String, String>();
    for (var intent : present.intents().values())
      for (var language : Language.values())
        for (var example : intent.examples(language))
          owners.putIfAbsent(key(language, example), intent.id());
    return owners;
  }

  private static ForeignIntent own(
      ForeignIntent intent, Map<String, String> owners, List<String> notes) {
    var own = new EnumMap<Language, Set<String>>(Language.class);
    intent
        .examples()
        .forEach((language, examples) -> {
          var kept = new LinkedHashSet<String>();
          for (var example : examples) {
            var owner = owners.putIfAbsent(key(language, example), intent.id());
            if (owner == null || owner.equals(intent.id())) kept.add(example);
            else notes.add(intent.id() + ": \"" + example + "\" left out, " + owner + " has it");
          }
          own.put(language, kept);
        });
    return new ForeignIntent(intent.id(), intent.name(), own, intent.answers());
  }

  private static String key(Language language, String example) {
    return language.code() + ' ' + NormalText.fold(example);
  }
}
