package org.netzero.energy.site;

/// There is no site with this id.
public final class UnknownSite extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownSite(String siteId) {
        super(
                "There is no site '%s'; register it with PUT /api/sites/%s or import it"
                        .formatted(siteId, siteId));
    }
}
