package app.pallet.commit.writing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that passes everything on and notes which statements were prepared and run. */
final class CountedConnection {

  private final Connection connection;
  private final List<String> prepared = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();
  private int commits;

  CountedConnection(Connection connection) {
    this.connection = connection;
  }

  /** The connection to use. */
  Connection connection() {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          commits += method.getName().equals("commit") ? 1 : 0;
          Object result = invoke(connection, method, arguments);
          if (method.getName().equals("prepareStatement")) {
            String sql = String.valueOf(arguments[0]);
            prepared.add(sql);
            return counted(sql, (PreparedStatement) Objects.requireNonNull(result));
          }
          return result;
        });
  }

  private PreparedStatement counted(String sql, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            runs.add(method.getName() + " " + sql);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static @Nullable Object invoke(Object target, Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Statements prepared that begin like this. */
  long prepared(String sql) {
    return prepared.stream().filter(text -> text.startsWith(sql)).count();
  }

  /** Runs of a statement by a method, such as {@code executeBatch INSERT}. */
  long runs(String call) {
    return runs.stream().filter(text -> text.startsWith(call)).count();
  }

  int commits() {
    return commits;
  }
}
