/// Rasa's REST and callback channels, so that existing Rasa clients connect
/// (rasa/core/channels/rest.py).
@NullMarked
package io.direktdraht.channel.rasa;

import org.jspecify.annotations.NullMarked;
