package org.netzero.platform.imports;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The texts of a row by the names of their columns. Every row of a file shares the names, so that
/// a row of millions is no table of its own.
final class NamedTexts extends AbstractMap<String, String> {

    /// The columns of a file in their order.
    static final class Names {

        private final List<String> inOrder;
        private final Map<String, Integer> places = new HashMap<>();

        Names(List<String> inOrder) {
            // readers ask for them by literals, which are then the same text and need no comparison
            this.inOrder = inOrder.stream().map(String::intern).toList();
            for (int i = 0; i < inOrder.size(); i++) {
                places.put(this.inOrder.get(i), i);
            }
        }

        List<String> inOrder() {
            return inOrder;
        }

        int count() {
            return inOrder.size();
        }

        String at(int place) {
            return inOrder.get(place);
        }
    }

    private final Names names;
    private final List<String> texts;

    /// @param texts in the order of the names; those beyond the names are none
    NamedTexts(Names names, List<String> texts) {
        this.names = names;
        this.texts = texts;
    }

    @Override
    public int size() {
        return Math.min(names.count(), texts.size());
    }

    @Override
    public @Nullable String get(Object name) {
        Integer place = names.places.get(name);
        return place == null || place >= size() ? null : texts.get(place);
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Collection<String> values() {
        return texts.subList(0, size());
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, size())
                        .mapToObj(i -> Map.entry(names.at(i), texts.get(i)))
                        .iterator();
            }

            @Override
            public int size() {
                return NamedTexts.this.size();
            }
        };
    }
}
