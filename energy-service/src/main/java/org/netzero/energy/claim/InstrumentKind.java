package org.netzero.energy.claim;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an instrument is: a certificate, a contract, or a product of a supplier with a rate of its
/// own.
public enum InstrumentKind {
    /// China's green electricity certificate; one stands for 1,000 kWh.
    GEC(true),
    I_REC(true),
    GO(true),
    REC(true),
    PHYSICAL_PPA(false),
    VIRTUAL_PPA(false),
    DIRECT_LINE(false),
    GREEN_POWER_TRADE(false),
    SUPPLIER_PRODUCT(false);

    /// What one certificate stands for, of whichever kind.
    public static final BigDecimal KWH_PER_CERTIFICATE = new BigDecimal(1_000);

    private final boolean certificate;

    InstrumentKind(boolean certificate) {
        this.certificate = certificate;
    }

    /// Whether it is kept in a tracking system of its own; everything else is a contract, which
    /// conveys attributes by its certificate or by its own words.
    public boolean isCertificate() {
        return certificate;
    }

    /// Reads a kind in capital or small letters, with hyphens or blanks in place of underscores:
    /// `I-REC`, `physical PPA`. `IREC` is `I_REC`, `VPPA` is `VIRTUAL_PPA`, and `PPA` without more
    /// is `PHYSICAL_PPA`, the agreement that delivers its power.
    public static Optional<InstrumentKind> read(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return switch (name) {
            case "IREC" -> Optional.of(I_REC);
            case "PPA" -> Optional.of(PHYSICAL_PPA);
            case "VPPA" -> Optional.of(VIRTUAL_PPA);
            default -> Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
        };
    }
}
