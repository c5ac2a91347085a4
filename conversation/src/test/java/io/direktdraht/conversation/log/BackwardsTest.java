package io.direktdraht.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackwardsTest {
  @Property
  void everyPlaceIsReadOnceFromTheNewestOn(@ForAll @LongRange(max = 3000) long last) {
    var read =
        Backwards.pages(last)
            .flatMapToLong(
                page -> LongStream.range(0, page.size()).map(i -> page.after() + page.size() - i));
    assertThat(read.toArray()).isEqualTo(LongStream.range(0, last).map(i -> last - i).toArray());
  }

  @Test
  void theFirstPageIsShortAndNoneIsLong() {
    assertThat(Backwards.pages(1000).map(Backwards::size))
        .startsWith(4, 8, 16, 32, 64, 128, 128)
        .allMatch(size -> size <= 128);
  }
}
