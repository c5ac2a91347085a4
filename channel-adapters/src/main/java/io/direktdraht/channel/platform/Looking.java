package io.direktdraht.channel.platform;

import java.util.List;
import java.util.Optional;

/// A sender that can ask its platform what it has from us: then what may have arrived is looked for
/// before it is sent again, instead of being left in doubt.
public interface Looking extends Sender {
  /// The ids under which it lately took just this. Empty: it did not say.
  Optional<List<String>> found(Bubble bubble) throws InterruptedException;
}
