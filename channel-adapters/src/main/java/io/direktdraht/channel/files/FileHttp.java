package io.direktdraht.channel.files;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Handout;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands files out to whoever holds a link of ours. A wrong link and a missing file look the same.
@RestController
public final class FileHttp {
  private final Attachments attachments;
  private final SignedLinks links;

  public FileHttp(Attachments attachments, SignedLinks links) {
    this.attachments = attachments;
    this.links = links;
  }

  @GetMapping("/files/{id}")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long until,
      @RequestParam(defaultValue = "") String signature) {
    var file = new Attachment.Id(id);
    if (!links.holds(file, until, signature)) return ResponseEntity.notFound().build();
    return attachments
        .find(file)
        .map(stored -> {
          var response = ResponseEntity.ok();
          Handout.headers(stored.attachment()).forEach(response::header);
          return response.body(attachments.bytes(file).orElseThrow());
        })
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
