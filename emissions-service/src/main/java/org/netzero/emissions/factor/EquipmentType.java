package org.netzero.emissions.factor;

/// Kinds of equipment that hold a refrigerant: the sub-applications of the 2006 IPCC Guidelines,
/// volume 3, chapter 7, table 7.9.
public enum EquipmentType {
    DOMESTIC_REFRIGERATION("domestic-refrigeration"),
    STAND_ALONE_COMMERCIAL("stand-alone-commercial-applications"),
    MEDIUM_LARGE_COMMERCIAL("medium-and-large-commercial-refrigeration"),
    TRANSPORT_REFRIGERATION("transport-refrigeration"),
    INDUSTRIAL_REFRIGERATION("industrial-refrigeration-incl.-food-processing-and-cold-storage"),
    CHILLERS("chillers"),
    /// Heat pumps included.
    RESIDENTIAL_COMMERCIAL_AC("residential-and-commercial-a-c-including-heat-pumps"),
    MOBILE_AC("mobile-a-c");

    private final String row;

    EquipmentType(String row) {
        this.row = row;
    }

    /// The id of its row in the shipped table.
    public String id() {
        return "ipcc2006.leak." + row;
    }
}
