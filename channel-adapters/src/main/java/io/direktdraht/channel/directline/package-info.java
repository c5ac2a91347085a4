/// Direct Line 3.0, so that Microsoft's Web Chat and other Bot Framework clients connect to us
/// (MicrosoftDocs, bot-framework-rest-direct-line-3-0-*; botframework-directlinejs 0.15.8).
@NullMarked
package io.direktdraht.channel.directline;

import org.jspecify.annotations.NullMarked;
