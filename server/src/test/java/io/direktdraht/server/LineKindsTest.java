package io.direktdraht.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.setup.Kind;
import io.direktdraht.channel.setup.Kind.Field;
import io.direktdraht.server.LineWiring.Making;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The forms and the settings records are of one mind.
final class LineKindsTest {
  /// No secret goes there: it is our own address, or one at which things are only signed.
  private static final Set<String> SHOWN_NOTHING = Set.of("public-url", "webhook.url");

  /// What only the settings file is asked, with the reason.
  private static final Set<String> NOT_ON_FORMS = Set.of("version", "timeout", "data-url");

  private final List<Kind<?>> kinds = LineKinds.of(new Making(null, null, null, null, ""));

  @Test
  void addressesAtWhichSecretsAreShownAreDestinationsAndNothingElseIs() {
    for (var kind : kinds)
      for (var field : kind.fields())
        assertThat(field.destination())
            .as(kind.channel() + " " + field.name())
            .isEqualTo(address(kind, field));
  }

  private static boolean address(Kind<?> kind, Field field) {
    var full = kind.channel() + "." + field.name();
    return components(kind.settings(), "").anyMatch(one -> one.equals("URI " + field.name()))
        && !SHOWN_NOTHING.contains(field.name())
        && !SHOWN_NOTHING.contains(full);
  }

  @Test
  void everythingThatCanBeSetIsOnTheForm() {
    for (var kind : kinds) {
      var names = kind.fields().stream().map(Field::name).toList();
      var settings =
          components(kind.settings(), "")
              .map(one -> one.substring(one.indexOf(' ') + 1))
              .filter(one -> !one.equals(kind.naming()) && !NOT_ON_FORMS.contains(one))
              .filter(one -> !(kind.channel().equals("messenger") && one.equals("account-id")));
      assertThat(settings.toList()).as(kind.channel()).isSubsetOf(names);
    }
  }

  /// Each with its type, those of records within with a point.
  private static Stream<String> components(Class<?> settings, String prefix) {
    return Arrays.stream(settings.getRecordComponents())
        .flatMap(one ->
            one.getType().isRecord() && one.getType().getEnclosingClass() == settings
                ? components(one.getType(), prefix + name(one) + ".")
                : Stream.of(type(one) + " " + prefix + name(one)));
  }

  private static String type(RecordComponent one) {
    return one.getType() == URI.class ? "URI" : "other";
  }

  private static String name(RecordComponent one) {
    return one.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
