package cloud.laurel.acceptance.bench.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Two twins that save one row in a transaction; the server's configuration hooks one of them. */
@ApplicationScoped
@Transactional
public class WorkService {

  @Resource(lookup = "java:jboss/datasources/PlatformDS")
  private DataSource dataSource;

  /** The method that is not hooked. */
  public String plain(String account, String title) throws SQLException {
    return save(account, title);
  }

  /** The method that is hooked. */
  public String hooked(String account, String title) throws SQLException {
    return save(account, title);
  }

  private String save(String account, String title) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO bench_work (account, title) VALUES (?, ?)")) {
      statement.setString(1, account);
      statement.setString(2, title);
      statement.executeUpdate();
      return title;
    }
  }
}
