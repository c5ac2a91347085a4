package io.direktdraht.channel.mail;

/// Reports of other servers about mails of ours.
final class Bounces {
  private Bounces() {}

  /// A server's own words, which name no Message-ID, to the address that it has.
  static Mails words(String to, String subject, String text) {
    return Mails.from("MAILER-DAEMON@example.org", "<words-" + text.hashCode() + "@x>")
        .with("To", to)
        .with("Subject", subject)
        .with("Return-Path", "<>")
        .saying(text);
  }

  static Mails of(String about, String action, String status) {
    return of(about, "eva@example.org", action, status);
  }

  /// `recipient`: whom it did not reach.
  static Mails of(String about, String recipient, String action, String status) {
    return Mails.from(
            "MAILER-DAEMON@example.org",
            "<bounce-" + (about + recipient).hashCode() + action + "@x>")
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
            Original-Recipient: rfc822;%s\r
            Final-Recipient: rfc822; inbox-7@relay.example\r
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
                .formatted(recipient, action, status, about));
  }
}
