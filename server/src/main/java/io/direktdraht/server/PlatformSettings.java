package io.direktdraht.server;

import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.server.phone.PhoneLines;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The lines of all platforms: those of the settings, and with the demo those of its phone.
/// `onward` is where contacts can go on.
record PlatformSettings(
    List<WhatsAppSettings> whatsapp,
    List<MessengerSettings> messenger,
    List<MessengerSettings> instagram,
    List<TelegramSettings> telegram,
    List<SmsSettings> sms,
    List<Onward.Target> onward) {

  static PlatformSettings of(DirektdrahtSettings settings, List<PhoneLines> phones) {
    return new PlatformSettings(
        joined(settings.whatsapp(), phones, PhoneLines::whatsapp),
        settings.messenger(),
        settings.instagram(),
        joined(settings.telegram(), phones, PhoneLines::telegram),
        joined(settings.sms(), phones, PhoneLines::sms),
        Stream.concat(
                settings.onward().to().stream().map(PlatformSettings::target),
                phones.stream().flatMap(phone -> phone.onward().stream()))
            .toList());
  }

  private static Onward.Target target(DirektdrahtSettings.Onward.Way way) {
    return new Onward.Target(new Line.Id(way.line()), way.name(), way.url());
  }

  Stream<Line> lines() {
    return Stream.of(
            whatsapp.stream().map(WhatsAppSettings::asLine),
            messenger.stream().map(one -> one.asLine(Network.MESSENGER)),
            instagram.stream().map(one -> one.asLine(Network.INSTAGRAM)),
            telegram.stream().map(TelegramSettings::asLine),
            sms.stream().map(SmsSettings::asLine))
        .flatMap(Function.identity());
  }

  private static <T> List<T> joined(
      List<T> settings, List<PhoneLines> phones, Function<PhoneLines, T> line) {
    return Stream.concat(settings.stream(), phones.stream().map(line)).toList();
  }
}
