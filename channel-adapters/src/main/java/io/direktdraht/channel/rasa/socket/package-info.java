/// Rasa's socket.io channel, so that existing Rasa web chats connect
/// (rasa/core/channels/socketio.py; Socket.IO protocol 5 over Engine.IO 4, by long polling and
/// WebSocket).
@NullMarked
package io.direktdraht.channel.rasa.socket;

import org.jspecify.annotations.NullMarked;
