package io.direktdraht.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the machine's cores did since it started, in ticks, as Linux counts it: waits are only
/// worth what is left to wait for. Elsewhere nothing is known.
record Machine(long idle, long stolen, long all) {
  private static final Path STAT = Path.of("/proc/stat");
  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISK = 4;
  private static final int STOLEN = 7; // proc(5): what a hypervisor gave to other machines

  static Machine now() throws IOException {
    if (!Files.exists(STAT)) return new Machine(0, 0, 0);
    var line = Files.readAllLines(STAT).getFirst().trim().split("\\s+");
    var ticks = Arrays.stream(line).skip(1).limit(STOLEN + 1L).mapToLong(Long::parseLong).toArray();
    return new Machine(
        ticks[IDLE] + ticks[WAITING_FOR_DISK], ticks[STOLEN], Arrays.stream(ticks).sum());
  }

  String since(Machine before) {
    long ticks = all - before.all;
    return ticks == 0
        ? "the machine's load is not known"
        : "cores idle %d %%, taken by others %d %%"
            .formatted(100 * (idle - before.idle) / ticks, 100 * (stolen - before.stolen) / ticks);
  }
}
