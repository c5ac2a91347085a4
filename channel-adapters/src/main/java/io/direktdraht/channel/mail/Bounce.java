package io.direktdraht.channel.mail;

/// What another server reports about a mail of ours (RFC 3464): its Message-ID, whether it was
/// given up or is only late, and the enhanced status (RFC 3463), e.g. 5.1.1.
record Bounce(String about, boolean failed, String status, String reason) {}
