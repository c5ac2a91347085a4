package io.direktdraht.channel.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An answer with its body, within a time. The client's own time-out ends where the body begins.
public final class WholeAnswer {
  private WholeAnswer() {}

  /// Throws {@link HttpTimeoutException} when the answer does not end in time.
  public static <T> HttpResponse<T> to(
      HttpRequest request, HttpClient http, BodyHandler<T> reading, Duration time)
      throws IOException, InterruptedException {
    var answer = http.sendAsync(request, reading);
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stalled) {
      throw new HttpTimeoutException("the answer does not end");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException lost) throw lost;
      throw new IllegalStateException(failed.getCause());
    } finally {
      answer.cancel(true); // frees the connection of what has not come
    }
  }
}
