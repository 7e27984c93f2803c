package io.cascadeledger.api.server;

import io.cascadeledger.api.security.Clients;
import io.cascadeledger.loan.schedule.DayCounting;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running ledger: the HTTP server, the event store and the projections. */
public final class LedgerServer implements AutoCloseable {

  private final ReactiveWebServerApplicationContext context;

  private LedgerServer(ReactiveWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts a server, and returns once it serves.
   *
   * @param properties settings that win over the environment's
   */
  public static LedgerServer start(Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setMainApplicationClass(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.setBannerMode(Banner.Mode.OFF);
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    AtomicReference<Database> database = new AtomicReference<>();
    application.addInitializers(context -> database.set(beginDatabase(context)));
    try {
      ReactiveWebServerApplicationContext context =
          (ReactiveWebServerApplicationContext) application.run(arguments);
      // It serves by now; what comes too early for the library waits for it as it would have.
      Thread.ofPlatform().daemon().name("day-counts").start(DayCounting::prepare);
      return new LedgerServer(context);
    } catch (RuntimeException e) {
      // Whatever failed may have failed before the context knew that there is something to close.
      Optional.ofNullable(database.get()).ifPresent(Database::close);
      throw e;
    }
  }

  private static Database beginDatabase(ConfigurableApplicationContext context) {
    Database database =
        Database.begin(
            Binder.get(context.getEnvironment()).bindOrCreate("ledger", LedgerSettings.class));
    ((GenericApplicationContext) context).registerBean(Database.class, () -> database);
    return database;
  }

  /** The port it listens on. */
  public int port() {
    return context.getWebServer().getPort();
  }

  /** The clients that may ask for tokens. */
  public Clients clients() {
    return part(Clients.class);
  }

  /** One of the parts it is made of. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Stops serving, stores what is waiting to be stored, and ends. */
  @Override
  public void close() {
    context.close();
  }
}
