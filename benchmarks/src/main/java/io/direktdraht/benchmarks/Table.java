package io.direktdraht.benchmarks;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/// The runs as a Markdown table.
final class Table {
  private static final String HEAD =
      """
      | store | stored | echo/s (3 runs) | turns/s (3 runs) | ratio | p50/p99 ms at 500/s | p50/p99 ms at 1,000/s \
      | heap per idle connection KiB (echo) | server CPU per turn µs (echo) | hand-offs, errors |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  static String of(JsonNode runs) {
    var table = new StringBuilder(HEAD);
    for (var run : runs) {
      var echo = run.path("measured").path("echo");
      var product = run.path("measured").path("product");
      double echoes = echo.path("turnsPerSecond").asDouble();
      double turns = product.path("turnsPerSecond").asDouble();
      table.append(
          "| %s | %,d | %s | %s | %.3f | %s | %s | %.1f (%.1f) | %,.0f (%,.0f) | %d, %d |%n"
              .formatted(
                  run.path("store").asString(),
                  run.path("stored").asInt(),
                  rate(echo),
                  rate(product),
                  turns / echoes,
                  waits(product.path("open500")),
                  waits(product.path("open1000")),
                  product.path("heapPerIdleConnection").asDouble() / 1024,
                  echo.path("heapPerIdleConnection").asDouble() / 1024,
                  product.path("serverCpuMicrosPerTurn").asDouble(),
                  echo.path("serverCpuMicrosPerTurn").asDouble(),
                  product.path("handoffs").asInt(),
                  product.path("errors").asInt()));
    }
    return table.toString();
  }

  private static String rate(JsonNode part) {
    var each = new ArrayList<String>();
    for (var one : part.path("turnsPerSecondEach")) each.add("%,.0f".formatted(one.asDouble()));
    return "%,.0f (%s)".formatted(part.path("turnsPerSecond").asDouble(), String.join(" ", each));
  }

  private static String waits(JsonNode open) {
    return "%.1f / %.1f".formatted(open.path("p50").asDouble(), open.path("p99").asDouble());
  }
}
