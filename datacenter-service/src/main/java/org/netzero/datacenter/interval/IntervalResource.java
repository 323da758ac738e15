package org.netzero.datacenter.interval;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class IntervalResource {

    private final Facilities facilities;
    private final Sites sites;
    private final StoredHours hours;

    IntervalResource(Facilities facilities, Sites sites, StoredHours hours) {
        this.facilities = facilities;
        this.sites = sites;
        this.hours = hours;
    }

    /// What a facility's roles or points measured, by the hour or by the quarter of an hour. Days,
    /// months and years lie in the zone of the site. An interval of which nothing is known is left
    /// out; points' hours are kept for some weeks.
    @GET
    @Path("{datacenterId}/intervals")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<IntervalView> intervals(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery @DefaultValue("hour") String granularity,
            @RestQuery @DefaultValue("role") String by,
            @BeanParam PageQuery page) {
        Facility facility = facilities.get(datacenterId);
        Period period = asked.required();
        ZoneId zone = sites.zoneOf(facility.siteId()).orElse(ZoneOffset.UTC);
        Interval span = period.in(zone);
        boolean quarters = oneOf("granularity", granularity, "quarter-hour", "hour");
        boolean points = oneOf("by", by, "point", "role");
        Function<StoredHours.Place, List<IntervalView>> from =
                points
                        ? place -> views(hours.ofPoints(datacenterId, span, place), quarters)
                        : place -> views(hours.ofRoles(datacenterId, span, place), quarters);
        return new Listing<IntervalView>(
                        (cursor, count) -> after(from, cursor, count),
                        IntervalView::cursor,
                        IntervalView.COLUMNS,
                        IntervalView::row)
                .page(page);
    }

    /// Whether it is the first of two words.
    private static boolean oneOf(String parameter, String stated, String first, String second) {
        if (!stated.equals(first) && !stated.equals(second)) {
            throw new InvalidInput(
                    parameter,
                    "UNKNOWN_VALUE",
                    "'%s' is not one of %s, %s".formatted(stated, first, second));
        }
        return stated.equals(first);
    }

    private static List<IntervalView> views(List<StoredHours.Hour> hours, boolean quarters) {
        return hours.stream()
                .flatMap(hour ->
                        quarters
                                ? IntervalView.quarters(hour).stream()
                                : List.of(IntervalView.of(hour)).stream())
                .toList();
    }

    /// An hour has up to four intervals, so those before the cursor are passed over.
    private static List<IntervalView> after(
            Function<StoredHours.Place, List<IntervalView>> from,
            Optional<String> cursor,
            int count) {
        Optional<StoredHours.Cursor> last = cursor.map(StoredHours.Cursor::parse);
        var found = new ArrayList<IntervalView>();
        var place = StoredHours.Place.from(last, count);
        for (IntervalView view : from.apply(place)) {
            if (found.size() < count && last.map(before -> view.isAfter(before)).orElse(true)) {
                found.add(view);
            }
        }
        return found;
    }
}
