package io.direktdraht.intents.recognise;

import io.direktdraht.intents.recognise.Entity.Kind;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds order and customer numbers, addresses, dates, amounts and bank numbers by patterns without
/// nested repetition, phone numbers and products.
public final class EntityFinder {
  private static final int LONGEST = 20_000;
  private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern EMAIL =
      compile("(?<![\\w.+-])[\\w.+-]{1,64}+@[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+){1,4}+");
  private static final Pattern ORDER = compile("(?<![\\p{L}\\d])lh[\\s_#:–-]{0,3}(\\d{6})(?!\\d)");
  private static final Pattern BARE_ORDER =
      compile(
          "(?:bestell(?:ung|nummer|nr)|auftrag(?:snummer)?|order(?: ?(?:number|no|nr))?)"
              + "[\\s.:#]{0,3}(\\d{6})(?!\\d)");
  private static final Pattern CUSTOMER =
      compile(
          "(?:kunden ?(?:nummer|nr)|kdnr|customer ?(?:number|no|id))"
              + "(?: is| ist|:)?[\\s.:#]{0,3}([a-z]?\\d{5,10})(?!\\d)");
  private static final Pattern NUMERIC_DATE =
      compile("(?<![\\d.,])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2})(?!\\d))?");
  private static final Pattern ISO_DATE = compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      compile(
          "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?(?: of)?\\s?("
              + DateWords.MONTH
              + ")(?!\\p{L})(?:,?\\s(\\d{4}))?");
  private static final Pattern MONTH_DAY =
      compile(
          "(?<!\\p{L})("
              + DateWords.MONTH
              + ")\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(\\d{4}))?");
  private static final Pattern RELATIVE =
      compile(
          "(?<!guten |schönen |\\p{L})(vorgestern|gestern|heute|morgen|übermorgen|uebermorgen"
              + "|yesterday|today|tomorrow)(?!\\p{L})");
  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{3})+(?!\\d)|\\d{1,7})(?:[.,](\\d{2}))?";
  private static final Pattern AMOUNT =
      compile(
          "(?<![\\d.,])" + NUMBER + "(?:[.,]-)?\\s?(€|euros?|eur|£|gbp|pounds?|quid)(?!\\p{L})");
  private static final Pattern PREFIXED_AMOUNT =
      compile("(?<!\\p{L})(€|eur|£|gbp)\\s?" + NUMBER + "(?!\\d)");
  private static final Pattern POSTCODE =
      compile("(?:plz|postleitzahl|post ?code|zip(?: code)?)[\\s:]{0,3}(\\d{5})(?!\\d)");
  private static final Pattern POSTCODE_TOWN =
      Pattern.compile("(?<![\\d-])(\\d{5})(?=,? \\p{Lu}\\p{Ll})");

  private final InstantSource clock;
  private final Products products;

  /// The clock tells what "tomorrow" means in a message.
  public EntityFinder(InstantSource clock, Products products) {
    this.clock = clock;
    this.products = products;
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, FLAGS);
  }

  List<Entity> find(String whole) {
    var text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    var dates = new DateWords(LocalDate.ofInstant(clock.instant(), SHOP));
    var found = new Found(text);
    found.entities().addAll(BankNumbers.in(text));
    found.all(CUSTOMER, Kind.CUSTOMER_NUMBER, m -> Optional.of(m.group(1)));
    found.all(EMAIL, Kind.EMAIL, m -> Optional.of(m.group().toLowerCase(Locale.ROOT)));
    found.all(ORDER, Kind.ORDER_NUMBER, m -> Optional.of("LH-" + m.group(1)));
    found.all(BARE_ORDER, Kind.ORDER_NUMBER, m -> Optional.of("LH-" + m.group(1)));
    found.all(ISO_DATE, Kind.DATE, m -> dates.of(m.group(3), number(m.group(2)), m.group(1)));
    found.all(AMOUNT, Kind.AMOUNT, m -> amount(m.group(1), m.group(2), m.group(3)));
    found.all(PREFIXED_AMOUNT, Kind.AMOUNT, m -> amount(m.group(2), m.group(3), m.group(1)));
    found.all(NUMERIC_DATE, Kind.DATE, m -> dates.of(m.group(1), number(m.group(2)), m.group(3)));
    found.all(
        DAY_MONTH, Kind.DATE, m -> dates.of(m.group(1), DateWords.month(m.group(2)), m.group(3)));
    found.all(
        MONTH_DAY, Kind.DATE, m -> dates.of(m.group(2), DateWords.month(m.group(1)), m.group(3)));
    found.all(RELATIVE, Kind.DATE, m -> dates.relative(m.group(1)));
    PhoneNumbers.in(text).forEach(found::add);
    found.all(POSTCODE, Kind.POSTCODE, m -> Optional.of(m.group(1)));
    found.all(POSTCODE_TOWN, Kind.POSTCODE, m -> Optional.of(m.group(1)));
    products.find(text).forEach(found::add);
    return found.inOrder();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Optional<String> amount(String whole, @Nullable String cents, String currency) {
    var code =
        switch (currency.toLowerCase(Locale.ROOT).charAt(0)) {
          case '£', 'g', 'p', 'q' -> "GBP";
          default -> "EUR";
        };
    var digits = whole.replace(".", "").replace(",", "");
    return Optional.of(digits + "." + (cents == null ? "00" : cents) + " " + code);
  }

  /// What was found so far; a later pattern never takes what an earlier one has.
  private record Found(String text, List<Entity> entities) {
    Found(String text) {
      this(text, new ArrayList<>());
    }

    void all(Pattern pattern, Kind kind, Function<MatchResult, Optional<String>> value) {
      var matcher = pattern.matcher(text);
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        value.apply(matcher).ifPresent(v -> add(new Entity(kind, v, start, end)));
      }
    }

    void add(Entity next) {
      if (entities.stream().noneMatch(e -> e.start() < next.end() && next.start() < e.end()))
        entities.add(next);
    }

    List<Entity> inOrder() {
      return entities.stream().sorted(Comparator.comparingInt(Entity::start)).toList();
    }
  }
}
