package org.netzero.energy.matching;

import java.util.ArrayList;
import java.util.List;

/// A zone matched hour by hour: Σ min(load, eligible supply) / Σ load. A site's own generation
/// serves the site, then its storage; what storage gives back comes next; supply by contract is
/// shared out among the load that is left in proportion to it, then among the storage that still
/// takes in. No hour's supply meets another hour's load except through storage, and nothing leaves
/// its zone.
///
/// @param sites in the order of the zone's sites; the share of each in the supply by contract is
///   its supply too
/// @param total of the zone: the sites and the supply by contract that met no load
public record ZoneMatching(String zone, List<MatchedHours> sites, MatchedHours total) {

    public static ZoneMatching of(ZoneHours zone) {
        return new Matcher(zone).match();
    }

    private static final class Matcher {

        private final ZoneHours zone;
        private final int count;
        private final List<MatchedHours> matched = new ArrayList<>();
        private final List<Storage> storages = new ArrayList<>();
        private final MatchedHours unclaimed;
        private final long[] leftLoad;
        private final long[] leftCharge;
        private final long[] shares;

        Matcher(ZoneHours zone) {
            this.zone = zone;
            this.count = zone.sites().size();
            this.unclaimed = MatchedHours.empty(zone.hours());
            this.leftLoad = new long[count];
            this.leftCharge = new long[count];
            this.shares = new long[count];
            for (SiteHours site : zone.sites()) {
                matched.add(MatchedHours.empty(zone.hours()));
                storages.add(
                        new Storage(
                                MatchedHours.sum(site.charged()),
                                MatchedHours.sum(site.discharged())));
            }
        }

        ZoneMatching match() {
            for (int hour = 0; hour < zone.hours(); hour++) {
                for (int i = 0; i < count; i++) {
                    matchOwn(i, hour);
                }
                matchContracted(hour);
                for (int i = 0; i < count; i++) {
                    store(i, hour);
                }
            }
            MatchedHours total = MatchedHours.empty(zone.hours());
            matched.forEach(total::add);
            total.add(unclaimed);
            return new ZoneMatching(zone.zone(), List.copyOf(matched), total);
        }

        /// Of an hour that is not known nothing is matched; its storage goes on, with nothing
        /// eligible taken in.
        private void matchOwn(int i, int hour) {
            SiteHours site = zone.sites().get(i);
            MatchedHours to = matched.get(i);
            boolean known = site.known().get(hour);
            Storage.Withdrawn withdrawn = storages.get(i).discharge(site.discharged()[hour]);
            long load = known ? site.load()[hour] : 0;
            long own = known ? site.own()[hour] : 0;
            long direct = Math.min(load, own);
            long charged = known ? Math.min(site.charged()[hour], own - direct) : 0;
            long fromStorage = Math.min(load - direct, withdrawn.useful());
            to.load()[hour] = load;
            to.supply()[hour] = own;
            to.matched()[hour] = direct + fromStorage;
            to.toStorage()[hour] = charged;
            to.fromStorage()[hour] = withdrawn.useful();
            to.lost()[hour] = withdrawn.lost();
            to.surplus()[hour] = own - direct - charged + withdrawn.useful() - fromStorage;
            leftLoad[i] = load - direct - fromStorage;
            leftCharge[i] = known ? site.charged()[hour] - charged : 0;
        }

        private void matchContracted(int hour) {
            long supply = zone.contracted()[hour];
            long left = supply - shareOut(supply, leftLoad, hour, false);
            left -= shareOut(left, leftCharge, hour, true);
            unclaimed.supply()[hour] = left;
            unclaimed.surplus()[hour] = left;
        }

        /// @return how much of it was taken
        private long shareOut(long supply, long[] wanted, int hour, boolean intoStorage) {
            long all = 0;
            for (long one : wanted) {
                all += one;
            }
            long taken = Math.min(supply, all);
            if (taken == 0) {
                return 0;
            }
            Shares.split(taken, wanted, shares);
            for (int i = 0; i < count; i++) {
                MatchedHours to = matched.get(i);
                to.supply()[hour] += shares[i];
                if (intoStorage) {
                    to.toStorage()[hour] += shares[i];
                } else {
                    to.matched()[hour] += shares[i];
                }
            }
            return taken;
        }

        private void store(int i, int hour) {
            Storage storage = storages.get(i);
            MatchedHours to = matched.get(i);
            storage.charge(zone.sites().get(i).charged()[hour], to.toStorage()[hour]);
            to.stored()[hour] = storage.eligible();
        }
    }
}
