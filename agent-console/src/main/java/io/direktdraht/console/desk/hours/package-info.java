/// When a team answers: periods of the week, holidays, exceptions, in the team's own zone.
@NullMarked
package io.direktdraht.console.desk.hours;

import org.jspecify.annotations.NullMarked;
