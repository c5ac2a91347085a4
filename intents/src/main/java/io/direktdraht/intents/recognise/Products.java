package io.direktdraht.intents.recognise;

import io.direktdraht.intents.recognise.Entity.Kind;
import io.direktdraht.intents.text.KeyWords;
import io.direktdraht.intents.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds a shop's products by their names, mistyped or parted otherwise ("garten bank alfa").
public final class Products {
  public static final Products NONE = new Products(List.of());

  /// A slip for so many letters, as spelling correctors allow; "Nora" must be "Nora".
  private static final int LETTERS_PER_SLIP = 6;

  private static final int MOST_SLIPS = 2;
  private static final int SHORTEST = 4;
  private static final int MOST_WORDS = 200;
  private final List<Product> products;

  /// `written` as in the list, `folded` without blanks, `words` as a customer may part it.
  private record Product(String written, String folded, int words) {
    static Product of(String name) {
      var words = Words.of(name).folded();
      return new Product(name, String.join("", words), words.size() + 1);
    }

    int slips() {
      return Math.min(MOST_SLIPS, folded.length() / LETTERS_PER_SLIP);
    }
  }

  private Products(List<String> names) {
    products =
        names.stream()
            .map(Product::of)
            .filter(product -> product.folded().length() >= SHORTEST)
            .sorted(Comparator.comparingInt((Product p) -> p.folded().length()).reversed())
            .toList();
  }

  public static Products of(List<String> names) {
    return new Products(names);
  }

  /// One name a line; blank lines and those that begin with # say nothing.
  public static Products in(Path file) throws IOException {
    return of(
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  /// Longer names first, in places that no longer name has taken.
  List<Entity> find(String text) {
    if (products.isEmpty()) return List.of();
    var words = Words.of(text).all();
    var shown = words.subList(0, Math.min(MOST_WORDS, words.size()));
    var found = new ArrayList<Entity>();
    for (var product : products)
      for (int first = 0; first < shown.size(); first++) {
        var entity = at(product, shown, first);
        if (entity != null
            && found.stream().noneMatch(e -> e.start() < entity.end() && entity.start() < e.end()))
          found.add(entity);
      }
    return found;
  }

  /// The run of words from here that is closest to the name, if one is close enough.
  private static @Nullable Entity at(Product product, List<Words.Word> words, int first) {
    int least = product.slips() + 1;
    int end = -1;
    var run = new StringBuilder();
    for (int i = first; i < Math.min(words.size(), first + product.words()); i++) {
      run.append(words.get(i).folded());
      if (Math.abs(run.length() - product.folded().length()) > product.slips()) continue;
      int distance = KeyWords.distance(product.folded(), run.toString());
      if (distance < least) {
        least = distance;
        end = words.get(i).end();
      }
    }
    return end < 0
        ? null
        : new Entity(Kind.PRODUCT, product.written(), words.get(first).start(), end);
  }
}
