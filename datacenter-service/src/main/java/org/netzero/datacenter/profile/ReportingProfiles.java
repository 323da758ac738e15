package org.netzero.datacenter.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.platform.database.Statements;

/// What is stated of facilities beside their master data.
@ApplicationScoped
public class ReportingProfiles {

    private final Statements statements;
    private final Facilities facilities;
    private final Event<ProfileChanged> changed;
    private final ObjectMapper json;

    ReportingProfiles(
            DataSource database,
            Facilities facilities,
            Event<ProfileChanged> changed,
            ObjectMapper json) {
        this.statements = new Statements(database, "Reporting profiles");
        this.facilities = facilities;
        this.changed = changed;
        this.json = json;
    }

    /// What a facility's indicators are of is no longer what it was.
    public record ProfileChanged(String datacenterId) {}

    /// What is stated of a facility.
    public ReportingProfile of(String datacenterId) {
        return statements
                .query(
                        "select profile from reporting_profile where datacenter_id = ?",
                        select -> select.setString(1, datacenterId),
                        row -> read(row.getString(1)))
                .stream()
                .findFirst()
                .orElse(ReportingProfile.NOT_STATED);
    }

    /// Whether a facility of a site has its plant inside of its boundary.
    public boolean isInsideOn(String siteId) {
        Object[] onSite = facilities.onSite(siteId).stream().map(Facility::datacenterId).toArray();
        return statements
                .query(
                        "select profile from reporting_profile where datacenter_id = any (?)",
                        select ->
                                select.setArray(
                                        1, select.getConnection().createArrayOf("text", onSite)),
                        row -> read(row.getString(1)))
                .stream()
                .anyMatch(profile -> profile.side() == Boundary.INSIDE);
    }

    /// What is stated of all of which anything is.
    public Map<String, ReportingProfile> all() {
        var all = new HashMap<String, ReportingProfile>();
        statements.query(
                "select datacenter_id, profile from reporting_profile",
                select -> {},
                row -> all.put(row.getString(1), read(row.getString(2))));
        return all;
    }

    /// Stores a profile in place of what was stated. The site's facilities are locked, so that two
    /// of them cannot take opposite boundaries at once.
    ///
    /// @throws BoundaryConflict when another facility of the site has the other boundary
    void put(String datacenterId, ReportingProfile profile) {
        Facility facility = facilities.get(datacenterId);
        QuarkusTransaction.requiringNew().run(() -> store(facility, profile));
    }

    private void store(Facility facility, ReportingProfile profile) {
        statements.query(
                "select 1 from facility where site_id = ? order by datacenter_id for update",
                select -> select.setString(1, facility.siteId()),
                row -> 1);
        refuseOtherBoundary(facility, profile);
        if (profile.equals(of(facility.datacenterId()))) {
            return;
        }
        statements.update(
                """
                insert into reporting_profile (datacenter_id, profile) values (?, ?)
                on conflict (datacenter_id) do update set profile = excluded.profile
                """,
                insert -> {
                    insert.setString(1, facility.datacenterId());
                    insert.setString(2, text(profile));
                });
        changed.fire(new ProfileChanged(facility.datacenterId()));
    }

    /// What is stated stands against what is stated; to change the boundary of several facilities
    /// of a site, it is left out of their profiles first.
    private void refuseOtherBoundary(Facility facility, ReportingProfile profile) {
        Boundary boundary = profile.boundary();
        if (boundary == null) {
            return;
        }
        Map<String, ReportingProfile> stated = all();
        for (Facility other : facilities.onSite(facility.siteId())) {
            Boundary its =
                    stated.getOrDefault(other.datacenterId(), ReportingProfile.NOT_STATED)
                            .boundary();
            if (!other.datacenterId().equals(facility.datacenterId())
                    && its != null
                    && its != boundary) {
                throw new BoundaryConflict(facility.datacenterId(), boundary, other.datacenterId());
            }
        }
    }

    private ReportingProfile read(String text) {
        try {
            return json.readValue(text, ReportingProfile.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("No profile: " + text, unreadable);
        }
    }

    private String text(ReportingProfile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + profile, unwritable);
        }
    }
}
