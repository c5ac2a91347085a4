package io.direktdraht.server;

import io.direktdraht.server.start.CommandLine;
import io.direktdraht.server.start.ResetPassword;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// Starts the product, or does what the command line asks for instead.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(DirektdrahtSettings.class)
public class Direktdraht {
  public static void main(String[] arguments) {
    switch (CommandLine.read(arguments)) {
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
      case CommandLine.Say(var text, int status) -> {
        (status == 0 ? System.out : System.err).println(text);
        System.exit(status);
      }
    }
  }
}
