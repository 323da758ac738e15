package org.netzero.energy.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of water and waste.
@ApplicationScoped
class ResourceImport implements ImportKind {

    private final ResourceRecords records;

    ResourceImport(ResourceRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public Columns columns() {
        return ResourceRecord.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("quantity");
    }

    @Override
    public Set<String> dates() {
        return Set.of("start", "end");
    }

    @Override
    public Import<ResourceRecord> reading(Origin origin) {
        return new Import<>(columns(), ResourceRecord::read, batch -> records.store(batch, origin));
    }

    @Override
    public Reversal reversal() {
        return records;
    }
}
