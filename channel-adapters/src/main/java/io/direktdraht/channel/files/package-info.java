/// Files for receivers that have no token of ours, by signed links.
@NullMarked
package io.direktdraht.channel.files;

import org.jspecify.annotations.NullMarked;
