package io.direktdraht.server.phone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is on all phones, in memory: each page has one, named by its number of ten digits. The
/// longest unused ones are forgotten.
final class Phones {
  private static final int MOST = 50;
  private static final int LONGEST = 200; // messages of one messenger
  private static final int PICTURES = 40;
  private final Map<String, List<Bubble>> chats = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();

  synchronized Bubble add(Messenger messenger, String phone, Bubble bubble) {
    var chat = chats.computeIfAbsent(key(messenger, phone), _ -> new ArrayList<>());
    var placed = bubble.numbered(chat.isEmpty() ? 1 : chat.getLast().number() + 1);
    chat.add(placed);
    if (chat.size() > LONGEST) chat.removeFirst();
    if (chats.size() > MOST) chats.remove(chats.keySet().iterator().next());
    return placed;
  }

  synchronized List<Bubble> chat(Messenger messenger, String phone) {
    return List.copyOf(chats.getOrDefault(key(messenger, phone), List.of()));
  }

  synchronized Optional<Bubble> find(Messenger messenger, String phone, int number) {
    return chat(messenger, phone).stream().filter(one -> one.number() == number).findFirst();
  }

  synchronized void change(
      Messenger messenger, String phone, int number, UnaryOperator<Bubble> how) {
    chats
        .getOrDefault(key(messenger, phone), List.of())
        .replaceAll(one -> one.number() == number ? how.apply(one) : one);
  }

  synchronized void keep(String picture, byte[] bytes) {
    pictures.put(picture, bytes.clone());
    if (pictures.size() > PICTURES) pictures.remove(pictures.keySet().iterator().next());
  }

  synchronized Optional<byte[]> picture(String picture) {
    return Optional.ofNullable(pictures.get(picture)).map(byte[]::clone);
  }

  private static String key(Messenger messenger, String phone) {
    return messenger + " " + phone;
  }
}
