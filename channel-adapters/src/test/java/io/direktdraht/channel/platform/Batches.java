package io.direktdraht.channel.platform;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Calls of platforms that tell several things at once.
public final class Batches {
  private static final JsonMapper JSON = new JsonMapper();

  private Batches() {}

  /// The first of the calls, with what all have in the array of this name.
  public static String joined(String name, List<String> calls) {
    var first = JSON.readTree(calls.getFirst());
    var all = (ArrayNode) first.path(name);
    for (var call : calls.subList(1, calls.size()))
      JSON.readTree(call).path(name).forEach(all::add);
    return JSON.writeValueAsString(first);
  }
}
