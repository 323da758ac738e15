package org.netzero.datacenter.facility;

/// What this service uses of `energy.site`.
///
/// @param siteId the site
/// @param timeZone its IANA zone
/// @param version grows with every change
record SiteRegistered(String siteId, String timeZone, long version) {}
