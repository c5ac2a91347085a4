package io.direktdraht.server.evaluate;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/// Opens a page as strictly as XML does.
final class Pages {
  private Pages() {}

  static void expectWellFormed(String html) throws Exception {
    var strict = html.replaceAll("<meta [^>]*>", "").replace("<!doctype html>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(strict)));
  }
}
