package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.AlarmLine;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// How reliably a person is brought in: what was heard of what should be, and the false alarms.
public record AlarmScore(Share heard, Share falseAlarms, List<AlarmLine> misses) {
  public AlarmScore {
    misses = List.copyOf(misses);
  }

  public static AlarmScore humanWish(Recogniser recogniser, List<AlarmLine> lines) {
    return of(recogniser, lines, understanding -> understanding.humanWish().wanted());
  }

  public static AlarmScore emotion(Recogniser recogniser, List<AlarmLine> lines) {
    return of(recogniser, lines, understanding -> understanding.emotion().strong());
  }

  public double precision() {
    int alarms = heard.hits() + falseAlarms.hits();
    return alarms == 0 ? 0 : (double) heard.hits() / alarms;
  }

  private static AlarmScore of(
      Recogniser recogniser, List<AlarmLine> lines, Predicate<Understanding> alarm) {
    var heard = Share.NOTHING;
    var falseAlarms = Share.NOTHING;
    var misses = new ArrayList<AlarmLine>();
    for (var line : lines) {
      boolean raised = alarm.test(recogniser.understand(line.text()));
      if (line.expected()) {
        heard = heard.plus(raised);
      } else {
        falseAlarms = falseAlarms.plus(raised);
      }
      if (raised != line.expected()) {
        misses.add(line);
      }
    }
    return new AlarmScore(heard, falseAlarms, misses);
  }
}
