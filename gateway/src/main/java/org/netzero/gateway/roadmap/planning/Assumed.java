package org.netzero.gateway.roadmap.planning;

/// Something a plan stands on that nobody stated for it.
///
/// @param field of the request, by which another value can be stated
/// @param reason where the value comes from
public record Assumed(String field, String value, String reason) {}
