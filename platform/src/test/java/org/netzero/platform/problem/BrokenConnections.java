package org.netzero.platform.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.netzero.platform.identity.Role;
import org.netzero.platform.messaging.DatabaseFailure;

/// A resource whose connection to the database ends while it is used.
@Path("/api/broken")
@Singleton
@RolesAllowed(Role.STEWARD)
public class BrokenConnections {

    private final DataSource database;

    BrokenConnections(DataSource database) {
        this.database = database;
    }

    @GET
    @Path("query")
    public String query() {
        try (Connection connection = database.getConnection()) {
            end(connection, backend(connection));
            return "the connection lives";
        } catch (SQLException broken) {
            throw new DatabaseFailure("An answer", broken);
        }
    }

    @POST
    @Path("commit")
    @Transactional
    public String commit() throws SQLException {
        try (Connection connection = database.getConnection()) {
            int backend = backend(connection);
            Thread.ofVirtual().start(() -> endFromElsewhere(backend)).join();
            return "written";
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @GET
    @Path("statement")
    public String statement() {
        try (Connection connection = database.getConnection();
                var wrong = connection.createStatement()) {
            wrong.execute("select no_such_column");
            return "there is such a column";
        } catch (SQLException refused) {
            throw new DatabaseFailure("An answer", refused);
        }
    }

    private void endFromElsewhere(int backend) {
        try (Connection connection = database.getConnection()) {
            end(connection, backend);
        } catch (SQLException failed) {
            throw new DatabaseFailure("The end of a connection", failed);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_backend_pid()");
                var answer = select.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /// Returns when the backend has ended.
    private static void end(Connection connection, int backend) throws SQLException {
        try (var end = connection.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            end.setInt(1, backend);
            end.execute();
        }
    }
}
