package io.direktdraht.server;

import io.direktdraht.server.start.CommandLine;
import io.direktdraht.server.start.ResetPassword;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// Starts the product, or does what the command line asks for instead.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(DirektdrahtSettings.class)
public class Direktdraht {
  public static void main(String[] arguments) {
    // The launcher goes to its own folder and tells where it was called.
    var here = Path.of(System.getProperty("direktdraht.here", ""));
    switch (CommandLine.read(here, arguments)) {
      case CommandLine.Serve(var properties) -> {
        var application = new SpringApplication(Direktdraht.class);
        application.setLogStartupInfo(false);
        application.run(properties.toArray(String[]::new));
      }
      case CommandLine.Reset(var name, var properties) -> {
        var application = new SpringApplication(ResetPassword.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(properties.toArray(String[]::new))) {
          System.exit(context.getBean(ResetPassword.class).reset(name));
        }
      }
      case CommandLine.Evaluate(var order) -> end(commands -> commands.evaluate(order));
      case CommandLine.Exchange(var order) -> end(commands -> commands.exchange(order));
      case CommandLine.Say(var text, int status) -> {
        (status == 0 ? System.out : System.err).println(text);
        System.exit(status);
      }
    }
  }

  /// Without Spring, hence quickly. Standard output belongs to the answers alone: whatever a
  /// library prints goes to standard error.
  private static void end(ToIntFunction<Commands> command) {
    var out = System.out;
    System.setOut(System.err);
    System.setProperty("logback.configurationFile", "logback-commands.xml");
    var published =
        new Commands.Published(
            Path.of(setting("CATALOGUE", "intents/catalogue")),
            Path.of(setting("ESCALATION", "intents/escalation.yml")));
    var models = setting("RECOGNITION_SHIPPEDMODELS", "data/models");
    var encoder = setting("RECOGNITION_ENCODER", "bundled");
    var commands = new Commands(published, Path.of(models), encoder, out, System.err);
    System.exit(command.applyAsInt(commands));
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault("DIREKTDRAHT_" + name, otherwise);
  }
}
