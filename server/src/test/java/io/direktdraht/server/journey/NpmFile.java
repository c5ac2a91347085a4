package io.direktdraht.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A file out of a published npm package, fetched once by npm as the machine has it set up, and
/// only taken when its package is the one that was pinned.
record NpmFile(String name, String version, String integrity, String path) {
  /// Microsoft's Web Chat with DirectLineJS in it (MIT).
  static final NpmFile WEB_CHAT =
      new NpmFile(
          "botframework-webchat",
          "4.18.1",
          "sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==",
          "package/dist/webchat-minimal.js");

  /// DirectLineJS alone, as other pages embed it (MIT).
  static final NpmFile DIRECT_LINE =
      new NpmFile(
          "botframework-directlinejs",
          "0.15.8",
          "sha512-w/rt2NPSuKMU02zFuJ5E456j2xjAJskgaR6L0sEb6/osmC+zcRlP9ghAjKEmgO9Bquu9NYVwVtahIiRCdKpqDA==",
          "package/dist/directline.js");

  /// The client of socket.io (MIT).
  static final NpmFile SOCKET_IO =
      new NpmFile(
          "socket.io-client",
          "4.8.4",
          "sha512-7wjKAvVXYOJsbmUgkWbnhPD4bFpkqrUR0++XOjpGFmqDqsqV1CI93VTraeExLxpjxEqrWgFoSRZu1ihjLWfkAA==",
          "package/dist/socket.io.min.js");

  Path fetched() throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of("target", "npm").toAbsolutePath());
    var archive = folder.resolve(name + "-" + version + ".tgz");
    if (!Files.exists(archive))
      run(folder, "npm", "pack", "--ignore-scripts", "--silent", name + "@" + version);
    var found = "sha512-" + Base64.getEncoder().encodeToString(hash(Files.readAllBytes(archive)));
    if (!found.equals(integrity))
      throw new AssertionError(archive + " is not what was pinned: " + found);
    var content = Files.createDirectories(folder.resolve(name + "-" + version));
    run(folder, "tar", "xzf", archive.toString(), "-C", content.toString(), path);
    return content.resolve(path);
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    List<String> words = Arrays.asList(command);
    var process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) throw new AssertionError(words + " failed:\n" + said);
  }
}
