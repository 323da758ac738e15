package org.netzero.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL server seen by somebody who may create roles and databases there.
///
/// @param url its JDBC address without a database, `jdbc:postgresql://host:port`
public record DatabaseServer(String url, String user, String password) {

    public DatabaseServer {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException(
                    "Not the address of a PostgreSQL server (jdbc:postgresql://host:port): " + url);
        }
        url = url.replaceFirst("/+(\\?|$)", "$1");
    }

    public String jdbcUrl(Database database) {
        return jdbcUrl(database.name());
    }

    private String jdbcUrl(String databaseName) {
        int parameters = url.indexOf('?');
        return parameters < 0
                ? url + "/" + databaseName
                : url.substring(0, parameters) + "/" + databaseName + url.substring(parameters);
    }

    /// Host and port.
    String address() {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }

    /// Makes the database and its role exist; what exists stays, only the role's password is set
    /// anew.
    public void provide(Database database) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String role = database.role();
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE " + role + " LOGIN");
            }
            statement.execute(
                    "ALTER ROLE " + role + " PASSWORD " + quoted(statement, database.password()));
            if (!exists(
                    connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
                statement.execute("GRANT " + role + " TO CURRENT_USER");
                statement.execute("CREATE DATABASE " + database.name() + " OWNER " + role);
                statement.execute("REVOKE ALL ON DATABASE " + database.name() + " FROM PUBLIC");
            }
        }
    }

    void setPassword() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "ALTER ROLE "
                            + statement.enquoteIdentifier(user, true)
                            + " PASSWORD "
                            + quoted(statement, password));
        }
    }

    void reloadConfiguration() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), user, password);
    }

    private static String quoted(Statement statement, String literal) throws SQLException {
        return statement.enquoteLiteral(literal);
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
