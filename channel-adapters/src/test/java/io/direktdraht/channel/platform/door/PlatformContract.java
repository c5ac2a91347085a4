package io.direktdraht.channel.platform.door;

/// What every platform's channel promises. A channel inherits it and supplies only its dialect.
public interface PlatformContract
    extends InboundContract,
        OutboundContract,
        EnclosureContract,
        DoubtContract,
        RevisionContract,
        GestureContract,
        ReceiptContract,
        CheckContract {}
