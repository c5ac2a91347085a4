/// Figures as inline SVG pictures, coloured by the page's variables.
@NullMarked
package io.direktdraht.server.evaluate.picture;

import org.jspecify.annotations.NullMarked;
