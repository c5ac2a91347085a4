/// WhatsApp Cloud API. The only package that knows its field names.
@NullMarked
package io.direktdraht.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
