package io.direktdraht.channel.sms;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OptOuts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Sends digits by SMS, by a line that is open at that moment and whose number is in the country of
/// the contact's: elsewhere, others earn by each message that we pay for. It goes at once or not at
/// all: whoever waits asks again.
public final class PinSms implements Proving.Post {
  private static final System.Logger LOG = System.getLogger(PinSms.class.getName());
  private final Supplier<List<SmsSender>> open;
  private final OptOuts optOuts;
  private final String company;
  private final InstantSource clock;
  private final Ration ration = new Ration();

  /// `open`: the lines at this moment. `company` is who writes.
  public PinSms(
      Supplier<List<SmsSender>> open, OptOuts optOuts, String company, InstantSource clock) {
    this.open = open;
    this.optOuts = optOuts;
    this.company = company;
    this.clock = clock;
  }

  @Override
  public Contact.Detail reads() {
    return Contact.Detail.PHONE;
  }

  @Override
  public boolean takes(String number) {
    return line(number).isPresent();
  }

  @Override
  public boolean send(String number, Pin pin, String language) {
    var line = line(number);
    if (line.isEmpty() || !ration.take(number, clock.instant())) return false;
    var words =
        language.equals("en")
            ? "Your code for %s is %s. It holds for ten minutes."
            : "Ihr Code für %s ist %s. Er gilt zehn Minuten.";
    // Nobody waits for Twilio, so nobody learns from the time what it said.
    Thread.ofVirtual()
        .name("pin")
        .start(() -> carry(line.get(), number, words.formatted(company, pin.digits())));
    return true;
  }

  @Override
  public Optional<Contact.Point> point(String number) {
    return line(number).map(line -> new Contact.Point(line.line(), number));
  }

  /// Whoever said STOP there gets no digits either.
  private Optional<SmsSender> line(String number) {
    return open.get().stream()
        .filter(line -> line.near(number))
        .filter(line -> !optOuts.out(new Contact.Point(line.line(), number)))
        .findFirst();
  }

  private static void carry(SmsSender line, String number, String words) {
    try {
      var result = line.say(number, words);
      if (!(result instanceof DeliveryResult.Accepted))
        LOG.log(
            System.Logger.Level.WARNING,
            "{0}: digits could not be sent: {1}",
            line.line(),
            result.failure().reason());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
