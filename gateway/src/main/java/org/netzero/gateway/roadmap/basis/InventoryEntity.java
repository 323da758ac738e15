package org.netzero.gateway.roadmap.basis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "inventory")
@NullUnmarked
class InventoryEntity extends FactEntity {

    int year;

    @Column(name = "gwp_set")
    String gwpSet;

    String status;
    boolean complete;

    @Column(name = "scope1_kg_co2e")
    BigDecimal scope1KgCo2e;

    @Column(name = "scope2_location_kg_co2e")
    BigDecimal scope2LocationKgCo2e;

    @Column(name = "scope2_market_kg_co2e")
    BigDecimal scope2MarketKgCo2e;

    @Column(name = "scope3_kg_co2e")
    BigDecimal scope3KgCo2e;

    /// A JSON array as the event has it.
    @Column(name = "scope3_categories")
    @JdbcTypeCode(SqlTypes.JSON)
    String scope3Categories;

    int findings;
}
