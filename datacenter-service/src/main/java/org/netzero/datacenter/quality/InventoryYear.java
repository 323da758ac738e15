package org.netzero.datacenter.quality;

/// What this service uses of `emissions.inventory`.
///
/// @param period the calendar year
/// @param status how far the inventory is settled
/// @param version grows with every change
record InventoryYear(String period, String status, long version) {}
