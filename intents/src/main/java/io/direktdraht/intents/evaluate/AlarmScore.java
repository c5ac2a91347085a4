package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.AlarmLine;
import io.direktdraht.intents.measure.Ranking;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How reliably a person is brought in: what was heard of what should be, and the false alarms.
/// `auc` says how well the detector's strength parts the two, whatever the threshold; null where it
/// has none or one of the two is not there.
public record AlarmScore(
    Rates all,
    @Nullable Double auc,
    Map<String, Rates> byLanguage,
    Map<String, Rates> byKind,
    List<Wrong> misses) {
  public AlarmScore {
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    misses = List.copyOf(misses);
  }

  /// What was heard of the calls for a person, and what was heard where there was none.
  public record Rates(Share heard, Share falseAlarms) {
    static final Rates NOTHING = new Rates(Share.NOTHING, Share.NOTHING);

    public int n() {
      return heard.n() + falseAlarms.n();
    }

    public double recall() {
      return heard.rate();
    }

    public double precision() {
      int alarms = heard.hits() + falseAlarms.hits();
      return alarms == 0 ? 0 : (double) heard.hits() / alarms;
    }

    Rates plus(boolean expected, boolean raised) {
      return expected
          ? new Rates(heard.plus(raised), falseAlarms)
          : new Rates(heard, falseAlarms.plus(raised));
    }
  }

  public static AlarmScore humanWish(Recogniser recogniser, List<AlarmLine> lines) {
    var tally = Tally.humanWish(recogniser, _ -> {});
    lines.forEach(tally);
    return tally.score();
  }

  public static AlarmScore emotion(Recogniser recogniser, List<AlarmLine> lines) {
    var tally = Tally.emotion(recogniser, _ -> {});
    lines.forEach(tally);
    return tally.score();
  }

  public Share heard() {
    return all.heard();
  }

  public Share falseAlarms() {
    return all.falseAlarms();
  }

  public double precision() {
    return all.precision();
  }

  /// Scores line by line; every miss and every false alarm goes to `wrongs`.
  public static final class Tally implements Consumer<AlarmLine> {
    private final Recogniser recogniser;
    private final Predicate<Understanding> alarm;
    private final @Nullable ToDoubleFunction<Understanding> strength;
    private final Consumer<Wrong> wrongs;
    private final Map<String, Rates> byLanguage = new TreeMap<>();
    private final Map<String, Rates> byKind = new TreeMap<>();
    private final Wrong.Worst worst = new Wrong.Worst();
    private final Ranking ranking = new Ranking();
    private Rates all = Rates.NOTHING;

    private Tally(
        Recogniser recogniser,
        Predicate<Understanding> alarm,
        @Nullable ToDoubleFunction<Understanding> strength,
        Consumer<Wrong> wrongs) {
      this.recogniser = recogniser;
      this.alarm = alarm;
      this.strength = strength;
      this.wrongs = wrongs;
    }

    public static Tally humanWish(Recogniser recogniser, Consumer<Wrong> wrongs) {
      return new Tally(recogniser, heard -> heard.humanWish().wanted(), null, wrongs);
    }

    public static Tally emotion(Recogniser recogniser, Consumer<Wrong> wrongs) {
      return new Tally(
          recogniser,
          heard -> heard.emotion().strong(),
          heard -> heard.emotion().strength(),
          wrongs);
    }

    @Override
    public void accept(AlarmLine line) {
      var understanding = recogniser.understand(line.text());
      boolean raised = alarm.test(understanding);
      if (strength != null) ranking.add(line.expected(), strength.applyAsDouble(understanding));
      all = all.plus(line.expected(), raised);
      add(byLanguage, line.language(), line.expected(), raised);
      add(byKind, line.kind(), line.expected(), raised);
      if (raised != line.expected()) wrong(line, raised);
    }

    public AlarmScore score() {
      return new AlarmScore(all, ranking.area(), byLanguage, byKind, worst.list());
    }

    /// A detector says only yes or no, so its probability is 1 or 0.
    private void wrong(AlarmLine line, boolean raised) {
      var expected = line.expected() ? "person" : "bot";
      var got = raised ? "person" : "bot";
      var wrong =
          new Wrong(line.language(), expected, got, raised ? 1 : 0, line.kind(), line.text());
      worst.add(wrong);
      wrongs.accept(wrong);
    }

    private static void add(
        Map<String, Rates> rates, String key, boolean expected, boolean raised) {
      rates.put(key, rates.getOrDefault(key, Rates.NOTHING).plus(expected, raised));
    }
  }
}
