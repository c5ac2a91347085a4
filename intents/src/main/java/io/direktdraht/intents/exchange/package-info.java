/// Catalogues of other tools: Rasa, Dialogflow, tables. Read into the own format, and written out.
@NullMarked
package io.direktdraht.intents.exchange;

import org.jspecify.annotations.NullMarked;
