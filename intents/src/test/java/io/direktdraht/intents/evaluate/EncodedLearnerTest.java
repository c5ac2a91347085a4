package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.encode.OneSpace;
import io.direktdraht.intents.evaluate.TextLearner.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedLearnerTest {
  private static List<Labelled> train() {
    var train = new ArrayList<Labelled>();
    for (int i = 0; i < 8; i++) {
      train.add(new Labelled("wo ist mein paket nummer " + i, "parcel"));
      train.add(new Labelled("wie bezahle ich die rechnung " + i, "pay"));
    }
    return train;
  }

  @Test
  void learnsAnyLabelsAlsoWithoutOneForStrangeTexts() {
    var judge = new EncodedLearner(List.of(OneSpace.bundled())).learn(train());
    assertThat(judge.judge("wo bleibt das paket").label()).isEqualTo("parcel");
    assertThat(judge.judge("rechnung bezahlen").label()).isEqualTo("pay");
    assertThat(judge.judge("wo ist mein paket nummer 3").inScope())
        .isGreaterThan(judge.judge("lila dachs singt").inScope());
  }

  @Test
  void worksWithoutAnyEncoder() {
    var judge = new EncodedLearner(List.of()).learn(train());
    assertThat(judge.judge("wo ist das paket").label()).isEqualTo("parcel");
  }

  @Test
  void takesALabelsNameForAnExampleWhereExamplesAreFew() {
    var train = new ArrayList<Labelled>();
    for (int i = 0; i < 4; i++) {
      train.add(new Labelled("lila dachs " + i, "opening_hours"));
      train.add(new Labelled("gelber fuchs " + i, "refund_request"));
    }
    var judge = new EncodedLearner(List.of()).learn(train);
    assertThat(judge.judge("opening hours").label()).isEqualTo("opening_hours");
    assertThat(judge.judge("a refund request").label()).isEqualTo("refund_request");
  }

  @Test
  void readsTheWordsOfALabelAndNothingElse() {
    assertThat(EncodedLearner.words("activate_my_card")).isEqualTo("activate my card");
    assertThat(EncodedLearner.words("i01_orderStatus.late")).isEqualTo("order Status late");
    assertThat(EncodedLearner.words("7")).isEmpty();
  }
}
