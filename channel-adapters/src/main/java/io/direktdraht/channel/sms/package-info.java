/// SMS through Twilio. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.sms;

import org.jspecify.annotations.NullMarked;
