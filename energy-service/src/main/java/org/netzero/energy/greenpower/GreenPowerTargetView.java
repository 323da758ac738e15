package org.netzero.energy.greenpower;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.progress.TargetPath;
import org.netzero.platform.listing.Table;

/// A path as its readers see it.
///
/// @param shares those stated
/// @param path the share of every year: a straight line between those stated
record GreenPowerTargetView(
        int version,
        List<ShareView> shares,
        List<ShareView> path,
        @Nullable String evidence,
        String statedBy,
        Instant statedAt) {

    /// @param share a fraction from 0 to 1
    record ShareView(int year, BigDecimal share) {}

    static final List<String> COLUMNS =
            List.of("version", "shares", "evidence", "statedBy", "statedAt");

    static GreenPowerTargetView of(GreenPowerTarget target) {
        TargetPath path = target.path();
        return new GreenPowerTargetView(
                target.version(),
                path.shares().entrySet().stream()
                        .map(share -> new ShareView(share.getKey(), share.getValue()))
                        .toList(),
                IntStream.rangeClosed(path.firstYear(), path.lastYear())
                        .mapToObj(year -> new ShareView(year, path.in(year).orElseThrow()))
                        .toList(),
                target.evidence().orElse(null),
                target.statedBy(),
                target.statedAt());
    }

    List<@Nullable Object> row() {
        return Table.row(
                version,
                shares.stream()
                        .map(share -> share.year() + "=" + share.share().toPlainString())
                        .collect(Collectors.joining(";")),
                evidence,
                statedBy,
                statedAt);
    }
}
