package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What must hold of exclusive groups, and the levers of each one that is in no other.
final class GroupRules {

    private final List<ExclusiveGroup> groups;
    private final Map<String, Integer> places = new HashMap<>();

    private GroupRules(List<ExclusiveGroup> groups) {
        this.groups = groups;
        for (int i = 0; i < groups.size(); i++) {
            Field at = Field.of("groups").at(i).dot("id");
            at.text(groups.get(i).id());
            if (places.put(groups.get(i).id(), i) != null) {
                throw at.refused(
                        "is '" + groups.get(i).id() + "' a second time", "give each its own");
            }
        }
    }

    static void check(List<ExclusiveGroup> groups, List<PlanLever> levers) {
        Set<String> ids = new HashSet<>();
        Set<String> standing = new HashSet<>();
        for (PlanLever lever : levers) {
            ids.add(lever.id());
            if (lever.deployedBefore() > 0) {
                standing.add(lever.id());
            }
        }
        GroupRules rules = new GroupRules(groups);
        rules.checkMembers(ids);
        rules.checkNoCycle();
        for (SortedSet<String> alternatives : rules.flat()) {
            if (alternatives.stream().filter(standing::contains).count() > 1) {
                throw Field.of("groups")
                        .refused(
                                "hold "
                                        + alternatives
                                        + ", of which more than one is in use already",
                                "only one of them can be");
            }
        }
    }

    /// The levers of each group that is no member of another, groups within it resolved.
    static List<SortedSet<String>> alternatives(PlanInput input) {
        return new GroupRules(input.groups()).flat();
    }

    private void checkMembers(Set<String> levers) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            List<String> members = groups.get(i).members();
            for (int j = 0; j < members.size(); j++) {
                Field at = Field.of("groups").at(i).dot("members").at(j);
                String member = members.get(j);
                if (levers.contains(member) == places.containsKey(member)) {
                    throw at.refused(
                            "is '" + member + "', which is not the id of one lever or group",
                            "name one");
                }
                if (!taken.add(member)) {
                    throw at.refused(
                            "is '" + member + "', which is in a group already",
                            "groups must not overlap; join them");
                }
            }
        }
    }

    private void checkNoCycle() {
        for (int i = 0; i < groups.size(); i++) {
            Set<Integer> passed = new HashSet<>();
            List<Integer> open = new ArrayList<>(List.of(i));
            while (!open.isEmpty()) {
                for (String member : groups.get(open.removeLast()).members()) {
                    Integer place = places.get(member);
                    if (place == null || !passed.add(place)) {
                        continue;
                    }
                    if (place == i) {
                        throw Field.of("groups")
                                .at(i)
                                .dot("members")
                                .refused(
                                        "lead back to '" + groups.get(i).id() + "'",
                                        "a group cannot be within itself");
                    }
                    open.add(place);
                }
            }
        }
    }

    private List<SortedSet<String>> flat() {
        Set<String> inner = new HashSet<>();
        groups.forEach(group -> inner.addAll(group.members()));
        List<SortedSet<String>> all = new ArrayList<>();
        for (ExclusiveGroup group : groups) {
            if (!inner.contains(group.id())) {
                SortedSet<String> levers = new TreeSet<>();
                collect(group, levers);
                all.add(levers);
            }
        }
        return all;
    }

    private void collect(ExclusiveGroup group, SortedSet<String> levers) {
        for (String member : group.members()) {
            Integer place = places.get(member);
            if (place == null) {
                levers.add(member);
            } else {
                collect(groups.get(place), levers);
            }
        }
    }
}
