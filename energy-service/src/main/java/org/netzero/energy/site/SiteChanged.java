package org.netzero.energy.site;

/// Told inside this service, in the transaction of the change: a site is new or has other content.
public record SiteChanged(Site site) {}
