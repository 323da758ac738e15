package org.netzero.energy.plant;

/// Told inside this service, in the transaction of the change: other facts are stated of a plant.
public record PlantChanged(Plant before, Plant now) {}
