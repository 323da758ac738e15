package org.netzero.gateway.roadmap.engine;

/// What a reduction acts on.
public sealed interface Reach {

    record Scope1() implements Reach {}

    /// Use of electricity, and by it scope 2.
    record Electricity(Part part) implements Reach {

        /// `DATA_CENTERS` is IT load, and with it the rest of the facility at the year's PUE.
        public enum Part {
            ALL,
            DATA_CENTERS,
            OFFICES
        }
    }

    /// Purchased heat, steam and cooling of scope 2, where the inventory tells them apart.
    record Heat() implements Reach {}

    /// Every category of scope 3.
    record Scope3() implements Reach {}

    /// One category of scope 3, by its name in the inventory.
    record Scope3Category(String category) implements Reach {

        public Scope3Category {
            Require.text("category", category, 100);
        }
    }
}
