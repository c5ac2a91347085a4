package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence.Done;
import io.direktdraht.conversation.inbox.RawEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What of the waiting is taken now, contact by contact in the platform's order. A young message
/// waits for an elder that may come late; when one that has waited long enough is taken, all that
/// come before it are taken first. Pure.
record Sequence(Map<String, List<Arrived>> now, List<Arrived> later) {

  /// What a contact did, in the call that told it.
  record Arrived(RawEvent event, Done done) {}

  /// `arrived` in the order of arrival; those that came at or before `ripe` have waited enough.
  static Sequence of(List<Arrived> arrived, Instant ripe) {
    var bySender =
        arrived.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.done.from().id(), LinkedHashMap::new, Collectors.toList()));
    var now = new LinkedHashMap<String, List<Arrived>>();
    var later = new ArrayList<Arrived>();
    bySender.forEach((sender, all) -> {
      // The sort is stable: what has the same order stays in the order of arrival.
      var sorted = all.stream().sorted(Comparator.comparingLong(one -> one.done.order())).toList();
      int end = sorted.size();
      while (end > 0 && sorted.get(end - 1).event.at().isAfter(ripe)) end--;
      if (end > 0) now.put(sender, sorted.subList(0, end));
      later.addAll(sorted.subList(end, sorted.size()));
    });
    return new Sequence(now, later);
  }
}
