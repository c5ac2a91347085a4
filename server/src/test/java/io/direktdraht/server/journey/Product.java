package io.direktdraht.server.journey;

import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.server.Direktdraht;
import io.direktdraht.server.start.FirstAccounts;
import io.direktdraht.server.start.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole product with the demo shop on a free port, started once for all journeys.
public final class Product implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  /// With these settings besides.
  public Product(String... settings) {
    try {
      var folder = Files.createTempDirectory("direktdraht");
      var all =
          List.of(
              "--server.port=0",
              "--direktdraht.demo=true",
              "--direktdraht.data=" + folder,
              "--direktdraht.catalogue=" + folder.resolve("none"),
              "--direktdraht.recognition.models=target/models",
              "--direktdraht.recognition.shipped-models=../intents/target/models",
              "--direktdraht.web.burst=100");
      context =
          new SpringApplication(Direktdraht.class)
              .run(Stream.concat(all.stream(), Stream.of(settings)).toArray(String[]::new));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) throw new IllegalStateException("no web server");
    return server.getPort();
  }

  public String url(String path) {
    return "http://localhost:" + port() + path;
  }

  /// The password of a demo account, as the start prints it.
  public String password(String account) {
    return context.getBean(MasterKey.class).text("demo account " + account, 14);
  }

  /// A new one for the administrator.
  public String administratorsPassword() {
    return context.getBean(FirstAccounts.class).reset(new AgentId("admin")).orElseThrow();
  }

  public String restToken() {
    return context.getBean(RasaSettings.class).token();
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /// Gives tests the one product as a parameter.
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(Product.class))
          .computeIfAbsent(Product.class, _ -> new Product(), Product.class);
    }
  }
}
