package io.direktdraht.conversation.template;

import java.time.Instant;

class MemoryTemplatesTest implements TemplatesContract {
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final MemoryTemplates templates = new MemoryTemplates(() -> now);

  @Override
  public Templates templates() {
    return templates;
  }

  @Override
  public void tells(Template... all) {
    templates.tell(LINE, all);
  }

  @Override
  public void falls() {
    templates.silence(LINE, "no answer");
  }

  @Override
  public void later() {
    now = now.plusSeconds(3600);
  }
}
