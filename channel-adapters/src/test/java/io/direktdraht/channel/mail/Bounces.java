package io.direktdraht.channel.mail;

/// Reports of other servers about mails of ours.
final class Bounces {
  private Bounces() {}

  static Mails of(String about, String action, String status) {
    return Mails.from("MAILER-DAEMON@example.org", "<bounce-" + about.hashCode() + action + "@x>")
        .with("Content-Type", "multipart/report; report-type=delivery-status; boundary=r")
        .saying(
            """
            --r\r
            Content-Type: text/plain\r
            \r
            Your mail could not be delivered.\r
            --r\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; example.org\r
            \r
            Final-Recipient: rfc822; eva@example.org\r
            Action: %s\r
            Status: %s\r
            Diagnostic-Code: smtp; 550 5.1.1 user unknown\r
            --r\r
            Content-Type: text/rfc822-headers\r
            \r
            Message-ID: %s\r
            Subject: Re: Bank kaputt\r
            --r--\r
            """
                .formatted(action, status, about));
  }
}
