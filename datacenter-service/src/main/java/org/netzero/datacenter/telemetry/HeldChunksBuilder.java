package org.netzero.datacenter.telemetry;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/// Makes the store of readings for each task of Streams.
///
/// @param store makes the store that keeps them
/// @param mostBytes what each of them holds in memory takes about so much at most
record HeldChunksBuilder(StoreBuilder<KeyValueStore<ChunkKey, byte[]>> store, long mostBytes)
        implements StoreBuilder<HeldChunks> {

    @Override
    public HeldChunks build() {
        return new HeldChunks(store.build(), mostBytes);
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public boolean loggingEnabled() {
        return store.loggingEnabled();
    }

    @Override
    public Map<String, String> logConfig() {
        return store.logConfig();
    }

    @Override
    public StoreBuilder<HeldChunks> withCachingEnabled() {
        throw new UnsupportedOperationException("This store is a cache of its own");
    }

    @Override
    public StoreBuilder<HeldChunks> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<HeldChunks> withLoggingEnabled(Map<String, String> config) {
        return new HeldChunksBuilder(store.withLoggingEnabled(config), mostBytes);
    }

    @Override
    public StoreBuilder<HeldChunks> withLoggingDisabled() {
        return new HeldChunksBuilder(store.withLoggingDisabled(), mostBytes);
    }
}
