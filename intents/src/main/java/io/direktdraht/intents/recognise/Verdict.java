package io.direktdraht.intents.recognise;

import java.util.List;

/// What follows from the probabilities: one intent, a question which of a few, or "not understood".
public sealed interface Verdict {
  record Sure(Candidate candidate) implements Verdict {}

  record Between(List<Candidate> candidates) implements Verdict {
    public Between {
      candidates = List.copyOf(candidates);
    }
  }

  record Unknown() implements Verdict {}
}
