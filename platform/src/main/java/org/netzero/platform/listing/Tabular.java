package org.netzero.platform.listing;

/// An answer that is a table to those who accept [Table#CSV] or [Table#XLSX]: a resource names both
/// beside JSON in its `@Produces`, and needs no second method.
public interface Tabular {

    Table table();
}
