package io.direktdraht.server;

import io.direktdraht.bot.turn.BotEngine;
import io.direktdraht.bot.turn.Brains;
import io.direktdraht.bot.turn.Surroundings;
import io.direktdraht.bot.turn.TurnMeters;
import io.direktdraht.bot.turn.TurnPump;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.shop.Customers;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.intents.recognise.EntityFinder;
import io.direktdraht.intents.recognise.Models;
import io.direktdraht.intents.recognise.Products;
import io.direktdraht.intents.recognise.RecognitionSettings;
import io.direktdraht.intents.recognise.RememberingRecogniser;
import io.direktdraht.server.advise.ModelAdviser;
import io.direktdraht.server.shop.DemoOrders;
import io.direktdraht.server.shop.HttpCustomers;
import io.direktdraht.server.shop.HttpOrders;
import io.direktdraht.server.shop.NoOrders;
import io.direktdraht.server.start.Encoders;
import io.direktdraht.server.start.LiveCatalogue;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The bot: catalogue, recogniser, engine, and the shop it asks.
@Configuration(proxyBeanMethods = false)
class BotWiring {
  @Bean
  Orders orders(DirektdrahtSettings settings, InstantSource clock) {
    var orders = settings.orders();
    if (orders.url() != null && !orders.url().isBlank())
      return new HttpOrders(orders.url(), orders.token(), orders.timeout());
    return settings.demo() ? new DemoOrders(clock) : new NoOrders();
  }

  @Bean
  Models models(DirektdrahtSettings settings, InstantSource clock) {
    var recognition = settings.recognition();
    var own =
        recognition.models() == null ? settings.data().resolve("models") : recognition.models();
    var folders =
        recognition.shippedModels() == null
            ? List.of(own)
            : List.of(own, recognition.shippedModels());
    var entities = new EntityFinder(clock, products(recognition.products()));
    return new Models(
        folders,
        Encoders.named(recognition.encoder()),
        new RecognitionSettings(entities, recognition.retention()));
  }

  private static Products products(Path file) {
    try {
      return Files.exists(file) ? Products.in(file) : Products.NONE;
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("recognition.products: " + unreadable, unreadable);
    }
  }

  @Bean(destroyMethod = "close")
  LiveCatalogue catalogue(DirektdrahtSettings settings, Models models, InstantSource clock) {
    return new LiveCatalogue(
        settings.catalogue(),
        settings.escalation(),
        catalogue ->
            ModelAdviser.advised(
                new RememberingRecogniser(models.recogniser(catalogue)),
                catalogue,
                settings.adviser(),
                clock));
  }

  @Bean
  Brains brains(LiveCatalogue catalogue) {
    return catalogue.brains();
  }

  @Bean
  BotEngine botEngine(
      BotEngine.Ports ports,
      Brains brains,
      DirektdrahtSettings settings,
      MeterRegistry meters,
      InstantSource clock) {
    return new BotEngine(ports, brains, settings.company(), new TurnMeters(meters, clock), clock);
  }

  @Bean
  BotEngine.Ports botPorts(JdbcLog log, Orders orders, Signals signals, Surroundings surroundings) {
    return new BotEngine.Ports(log, log, log, orders, signals, surroundings);
  }

  @Bean
  Customers customers(DirektdrahtSettings settings, JdbcLog log, InstantSource clock) {
    var customers = settings.customers();
    if (customers.url() == null || customers.url().isBlank())
      return contact -> Customers.Standing.UNKNOWN;
    var address =
        new HttpCustomers.Address(customers.url(), customers.token(), customers.timeout());
    return new HttpCustomers(address, log, clock);
  }

  @Bean
  Surroundings botSurroundings(Lines lines, DeskStatus desk, Customers customers) {
    return new Surroundings(lines, desk, customers);
  }

  @Bean(destroyMethod = "close")
  TurnPump turnPump(
      BotEngine engine, OwedWork owed, Signals signals, DirektdrahtSettings settings) {
    return new TurnPump(engine, owed, signals, settings.sweep());
  }
}
