package io.direktdraht.channel.web;

import io.direktdraht.conversation.Line;

/// Somebody with a browser: the address of a contact on a web line.
public record Visitor(Line.Id line, String id) {}
