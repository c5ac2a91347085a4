package io.direktdraht.channel.platform.media;

/// Where one line's platform keeps the files that contacts send.
public interface Shelf extends AutoCloseable {
  /// Of a line from which nothing is fetched.
  Shelf NONE =
      new Shelf() {
        @Override
        public Download fetch(String file) {
          return new Download.Refused("nothing is fetched from this line");
        }

        @Override
        public void close() {}
      };

  /// One attempt. `file` is what the platform calls it in its webhook.
  Download fetch(String file);

  /// Ends what is under way.
  @Override
  void close();
}
