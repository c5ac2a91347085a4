package io.direktdraht.channel.platform.media;

/// Where one line's platform keeps the files that contacts send.
public interface Shelf extends AutoCloseable {
  /// One attempt. `file` is what the platform calls it in its webhook.
  Download fetch(String file);

  /// Ends what is under way.
  @Override
  void close();
}
