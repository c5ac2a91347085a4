/// Who gets the next conversation: order of the queue, people's seats, offers. Pure.
@NullMarked
package io.direktdraht.console.desk.route;

import org.jspecify.annotations.NullMarked;
