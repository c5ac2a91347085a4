package io.direktdraht.console.view;

import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Directory;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.way.Wayfinding;

/// What the views are made of.
public record ViewPorts(
    ConversationLog log,
    Conversations conversations,
    Cursors cursors,
    Orders orders,
    Customers customers,
    Accounts accounts,
    Desk desk,
    Lines lines,
    Wayfinding ways,
    Directory directory) {}
