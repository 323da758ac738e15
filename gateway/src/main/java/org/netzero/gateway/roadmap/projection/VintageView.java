package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// What was projected from a time on.
@Schema(name = "Vintage")
record VintageView(
        @Schema(description = "From when on it was projected") Instant recordedAt,
        @Schema(description = "Up to when figures were considered") Instant basisAt,
        long scenarioVersion,
        int methodVersion,
        @Schema(description = "The last one projected") int year,
        double grossTonnes,
        double netTonnes,
        double renewableShare,
        @Schema(description = "Gross − target; null where the targets do not cover all")
                @Nullable Double gapTonnes) {

    static final List<String> COLUMNS =
            List.of(
                    "recordedAt",
                    "basisAt",
                    "scenarioVersion",
                    "methodVersion",
                    "year",
                    "grossTonnes",
                    "netTonnes",
                    "renewableShare",
                    "gapTonnes");

    static VintageView of(Vintage vintage) {
        Map<Headline, Double> last = vintage.figures().sequencedValues().getLast();
        @Nullable Double gap = last.get(Headline.GAP_TONNES);
        return new VintageView(
                vintage.recordedAt(),
                vintage.basisAt(),
                vintage.scenarioVersion(),
                vintage.methodVersion(),
                vintage.figures().lastKey(),
                shown(last, Headline.GROSS_TONNES),
                shown(last, Headline.NET_TONNES),
                shown(last, Headline.RENEWABLE_SHARE),
                Rounded.amount(gap == null ? OptionalDouble.empty() : OptionalDouble.of(gap)));
    }

    private static double shown(Map<Headline, Double> figures, Headline figure) {
        return figure.rounded(figures.getOrDefault(figure, 0.0));
    }

    List<@Nullable Object> row() {
        return Table.row(
                recordedAt,
                basisAt,
                scenarioVersion,
                methodVersion,
                year,
                grossTonnes,
                netTonnes,
                renewableShare,
                gapTonnes);
    }
}
