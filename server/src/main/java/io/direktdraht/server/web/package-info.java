/// The web server's own rules: who may come in, from which pages, and which files are served.
@NullMarked
package io.direktdraht.server.web;

import org.jspecify.annotations.NullMarked;
