package io.direktdraht.conversation.template;

import io.direktdraht.conversation.template.Template.Category;
import java.util.List;

/// Templates of a shop.
public final class Forms {
  private Forms() {}

  /// With two numbered variables.
  public static Template delayed() {
    return new Template(
        "parcel_delayed",
        "de",
        Category.UTILITY,
        "Ihre Lieferung",
        "Guten Tag {{1}}, Ihre Bestellung {{2}} kommt etwas später.",
        "Antworten Sie einfach hier.",
        List.of("Danke"));
  }

  /// With a variable that has a name.
  public static Template hello() {
    return new Template(
        "we_are_back",
        "de",
        Category.MARKETING,
        "",
        "Hallo {{first_name}}, wir sind da.",
        "",
        List.of());
  }

  /// Without any.
  public static Template plain() {
    return new Template(
        "please_write", "en_US", Category.OTHER, "", "Please write to us.", "", List.of());
  }
}
