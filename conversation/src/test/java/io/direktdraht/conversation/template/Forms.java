package io.direktdraht.conversation.template;

import io.direktdraht.conversation.template.Template.Category;
import java.util.List;
import java.util.Set;

/// Templates of a shop.
public final class Forms {
  private Forms() {}

  /// With two numbered variables.
  public static Template delayed() {
    return new Template(
        "parcel_delayed",
        "de",
        Category.UTILITY,
        new Head.Words("Ihre Lieferung"),
        "Guten Tag {{1}}, Ihre Bestellung {{2}} kommt etwas später.",
        "Antworten Sie einfach hier.",
        List.of(new Button.Plain("Danke")));
  }

  /// With a variable that has a name.
  public static Template hello() {
    return new Template(
        "we_are_back",
        "de",
        Category.MARKETING,
        new Head.Words(""),
        "Hallo {{first_name}}, wir sind da.",
        "",
        List.of());
  }

  /// Without any.
  public static Template plain() {
    return new Template(
        "please_write",
        "en_US",
        Category.OTHER,
        new Head.Words(""),
        "Please write to us.",
        "",
        List.of());
  }

  /// With variables in head and body, behind the first button, and a code behind the third.
  public static Template shipped() {
    return new Template(
        "parcel_shipped",
        "de",
        Category.UTILITY,
        new Head.Words("Bestellung {{1}}"),
        "Guten Tag {{1}}, Ihr Paket ist unterwegs.",
        "",
        List.of(
            new Button.Link("Zur Sendung", "https://shop.example/track/{{1}}"),
            new Button.Plain("Danke"),
            new Button.Code("Code kopieren")));
  }

  /// With a picture above its words.
  public static Template part() {
    return new Template(
        "spare_part",
        "de",
        Category.UTILITY,
        new Head.File(Head.Medium.PICTURE, Set.of("image/jpeg", "image/png"), 5_000_000),
        "Ist es dieses Teil, {{1}}?",
        "",
        List.of());
  }
}
