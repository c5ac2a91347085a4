/// What an agent reads first. Pure: made from the log, without a model.
@NullMarked
package io.direktdraht.console.brief;

import org.jspecify.annotations.NullMarked;
