package org.netzero.energy.installation;

/// Something that stands at a site.
public interface Installation {

    /// Unique among those of its kind.
    String id();

    String siteId();
}
