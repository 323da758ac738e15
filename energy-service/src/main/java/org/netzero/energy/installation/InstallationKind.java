package org.netzero.energy.installation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// A kind of installation: how it is called, and how its facts are stored.
public interface InstallationKind<T extends Installation> {

    /// As tables and columns name it, such as `plant`: ids are in the table `plant`, what was
    /// stated in `plant_revision`.
    String noun();

    /// Many of them, as addresses name them, such as `plants`.
    String plural();

    /// Many of them, as sentences name them, such as `plants`.
    String many();

    /// The columns of what is stated, behind the id and the revision.
    List<String> columns();

    /// Sets the parameters of these columns, from the given one on.
    void bind(PreparedStatement insert, int first, T installation) throws SQLException;

    /// Reads an installation, each column by its name.
    T read(ResultSet row) throws SQLException;

    /// Says that there is none of this id.
    RuntimeException unknown(String id);
}
