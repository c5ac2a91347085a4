package io.direktdraht.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// The one database: opened, brought to the newest schema, closed at the end. Throws {@link
/// DatabaseClosed} when it cannot be opened.
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource source;
  private final HikariDataSource door;

  /// How to reach it. User and password are null where the URL or the embedded database need none.
  public record Address(String url, @Nullable String user, @Nullable String password) {
    public Address(String url) {
      this(url, null, null);
    }

    @Override
    public String toString() {
      return url.replaceAll("(?i)(password=)[^&;]*", "$1***");
    }
  }

  public Database(Address address) {
    dialect = Dialect.of(address.url());
    source = pool("database", 16, address);
    Flyway.configure().dataSource(source).load().migrate();
    door = pool("door", 2, address);
  }

  private HikariDataSource pool(String name, int size, Address address) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(dialect.url(address.url()));
    if (address.user() != null) config.setUsername(address.user());
    if (address.password() != null) config.setPassword(address.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(Duration.ofSeconds(2).toMillis()); // an outage is told fast
    config.setInitializationFailTimeout(Duration.ofSeconds(10).toMillis());
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException refused) {
      throw new DatabaseClosed(address, refused);
    }
  }

  public DataSource source() {
    return source;
  }

  /// For what must not wait behind all the rest: what platforms tell, once, and soon.
  DataSource door() {
    return door;
  }

  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    door.close();
    source.close();
  }
}
