package org.netzero.energy.plant;

/// There is no plant with this id.
public final class UnknownPlant extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownPlant(String plantId) {
        super(
                "There is no plant '%s'; register it with PUT /api/energy/plants/%s or import it as plants"
                        .formatted(plantId, plantId));
    }
}
