package org.netzero.energy.claim;

import java.util.List;
import java.util.stream.Stream;
import org.netzero.energy.claim.Room.Dated;

/// The most that can flow from supply to claims that share a day with it, found by pushing it along
/// one path after the other until there is none. What left again is a claim.
final class LargestFlow {

    private final int[][] capacity;
    private final boolean[] seen;

    private LargestFlow(int nodes) {
        capacity = new int[nodes][nodes];
        seen = new boolean[nodes];
    }

    static int of(List<Dated> figures, List<Dated> claimed) {
        List<Dated> supply = figures.stream().filter(f -> f.energyKwh().signum() > 0).toList();
        List<Dated> claims =
                Stream.concat(
                                claimed.stream(),
                                figures.stream().filter(f -> f.energyKwh().signum() < 0))
                        .toList();
        int sink = 1 + supply.size() + claims.size();
        var flow = new LargestFlow(sink + 1);
        for (int i = 0; i < supply.size(); i++) {
            flow.capacity[0][1 + i] = supply.get(i).energyKwh().intValueExact();
            for (int j = 0; j < claims.size(); j++) {
                if (supply.get(i).period().overlaps(claims.get(j).period())) {
                    flow.capacity[1 + i][1 + supply.size() + j] = Integer.MAX_VALUE / 4;
                }
            }
        }
        for (int j = 0; j < claims.size(); j++) {
            flow.capacity[1 + supply.size() + j][sink] =
                    claims.get(j).energyKwh().abs().intValueExact();
        }
        return flow.pushed(sink);
    }

    private int pushed(int sink) {
        int sum = 0;
        int more;
        do {
            java.util.Arrays.fill(seen, false);
            more = push(0, sink, Integer.MAX_VALUE / 4);
            sum += more;
        } while (more > 0);
        return sum;
    }

    private int push(int node, int sink, int atMost) {
        if (node == sink) {
            return atMost;
        }
        seen[node] = true;
        for (int next = 0; next < capacity.length; next++) {
            if (!seen[next] && capacity[node][next] > 0) {
                int pushed = push(next, sink, Math.min(atMost, capacity[node][next]));
                if (pushed > 0) {
                    capacity[node][next] -= pushed;
                    capacity[next][node] += pushed;
                    return pushed;
                }
            }
        }
        return 0;
    }
}
