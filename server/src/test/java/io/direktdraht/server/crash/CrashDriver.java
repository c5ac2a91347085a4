package io.direktdraht.server.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands before a JDBC driver and reaches a crash point before and after each commit, named after
/// the events that the transaction stores, e.g. `before-commit:AgentJoined`, and after the other
/// tables that it inserts into, e.g. `after-commit:inbound_event`.
final class CrashDriver implements Driver {
  private static final int TYPE = 4;
  private static final Pattern TABLE = Pattern.compile("insert into (\\w+) .*");
  private final Driver driver;
  private final CrashPoints points;

  private CrashDriver(Driver driver, CrashPoints points) {
    this.driver = driver;
    this.points = points;
  }

  /// Takes the place of every driver.
  static void install(CrashPoints points) throws SQLException {
    for (var driver : DriverManager.drivers().toList()) {
      DriverManager.deregisterDriver(driver);
      DriverManager.registerDriver(new CrashDriver(driver, points));
    }
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    var connection = driver.connect(url, info);
    return connection == null ? null : proxy(Connection.class, new Commits(connection));
  }

  /// A connection that knows what its transaction stores.
  private final class Commits implements InvocationHandler {
    private final Connection connection;
    private final Set<String> stored = new LinkedHashSet<>();

    Commits(Connection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      points.pass();
      if (method.getName().equals("commit")) return committed(connection, method, arguments);
      if (method.getName().equals("rollback")) stored.clear();
      var result = call(connection, method, arguments);
      return result instanceof PreparedStatement statement && arguments != null
          ? watched(statement, (String) arguments[0])
          : result;
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
      var table = TABLE.matcher(sql);
      if (!table.matches()) return statement;
      return table.group(1).equals("event")
          ? proxy(PreparedStatement.class, (_, m, a) -> bound(statement, m, a))
          : proxy(PreparedStatement.class, (_, m, a) -> run(statement, table.group(1), m, a));
    }

    /// Without a transaction around it, a statement commits itself.
    private @Nullable Object run(
        PreparedStatement statement, String table, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (!method.getName().startsWith("execute")) return call(statement, method, arguments);
      stored.add(table);
      return connection.getAutoCommit()
          ? committed(statement, method, arguments)
          : call(statement, method, arguments);
    }

    private @Nullable Object committed(Object target, Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        stored.forEach(what -> points.hit("before-commit:" + what));
        stored.forEach(what -> points.approach("after-commit:" + what));
        var result = call(target, method, arguments);
        stored.forEach(what -> points.hit("after-commit:" + what));
        return result;
      } finally {
        points.retreat();
        stored.clear();
      }
    }

    private @Nullable Object bound(
        PreparedStatement statement, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("setString") && arguments != null && arguments[0].equals(TYPE))
        stored.add((String) arguments[1]);
      return call(statement, method, arguments);
    }
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return driver.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
