package org.netzero.datacenter.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.quality.Findings.Acknowledgement;
import org.netzero.platform.listing.Table;

/// A finding as clients see it.
record FindingView(
        String id,
        FindingCode code,
        FindingCode.Severity severity,
        String datacenterId,
        @Nullable String point,
        @Nullable String role,
        Instant from,
        Instant to,
        int hours,
        String message,
        String remedy,
        Instant firstSeen,
        boolean open,
        @Nullable Instant closedAt,
        @Nullable AcknowledgementView acknowledgement) {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "code",
                    "severity",
                    "datacenterId",
                    "point",
                    "role",
                    "from",
                    "to",
                    "hours",
                    "message",
                    "remedy",
                    "firstSeen",
                    "open",
                    "closedAt",
                    "acknowledgedBy",
                    "acknowledgedAt",
                    "note");

    /// Who knows of it.
    record AcknowledgementView(String by, Instant at, String note) {}

    static FindingView of(Findings.Filed filed) {
        Finding finding = filed.finding();
        return new FindingView(
                String.valueOf(filed.id()),
                finding.code(),
                finding.code().severity(),
                filed.datacenterId(),
                finding.pointId().orElse(null),
                finding.role().orElse(null),
                finding.start(),
                finding.until(),
                finding.hours(),
                finding.message(),
                finding.code().remedy(),
                filed.firstSeen(),
                filed.closedAt().isEmpty(),
                filed.closedAt().orElse(null),
                filed.acknowledgement().map(FindingView::view).orElse(null));
    }

    private static AcknowledgementView view(Acknowledgement known) {
        return new AcknowledgementView(known.by(), known.at(), known.note());
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                code,
                severity,
                datacenterId,
                point,
                role,
                from,
                to,
                hours,
                message,
                remedy,
                firstSeen,
                open,
                closedAt,
                acknowledgement == null ? null : acknowledgement.by(),
                acknowledgement == null ? null : acknowledgement.at(),
                acknowledgement == null ? null : acknowledgement.note());
    }
}
