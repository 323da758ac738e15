package org.netzero.emissions.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.method.StatedInput;

/// A document's worked examples, as shipped with the product.
///
/// @param document title, publisher, version
/// @param year of the document, in which the examples are taken to happen
/// @param examples in the order of the document
record WorkedExamples(String document, int year, List<WorkedExample> examples) {

    private static final String FILE = "/conformance/scope3-guidance.json";

    /// A worked example.
    ///
    /// @param id `S3-1.2-transport`
    /// @param example its number in the document
    /// @param chapter where it stands
    /// @param unit of the printed result
    /// @param printed the result as printed
    /// @param misprint what is wrong in print; null where nothing is
    /// @param note what a reader should know; null where nothing
    /// @param parts ids of examples whose activities belong to this one
    record WorkedExample(
            String id,
            String example,
            String chapter,
            String unit,
            String printed,
            @Nullable String misprint,
            @Nullable String note,
            List<String> parts,
            List<Line> activities) {}

    /// A line of an example: an activity and the factor printed with it.
    ///
    /// @param factor null where the quantity is CO2e
    record Line(
            String activity,
            String method,
            String category,
            StatedInput quantity,
            Map<String, @Nullable StatedInput> inputs,
            @Nullable Factor factor) {}

    /// A printed factor, in CO2e.
    record Factor(String value, String unit, String per) {}

    static WorkedExamples shipped(ObjectMapper json) {
        try (InputStream file = WorkedExamples.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The worked examples are not in the product");
            }
            return json.readValue(file, WorkedExamples.class);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The lines of an example and of its parts.
    List<Line> lines(WorkedExample example) {
        var lines = new ArrayList<Line>();
        examples.stream()
                .filter(part -> example.parts().contains(part.id()))
                .forEach(part -> lines.addAll(part.activities()));
        lines.addAll(example.activities());
        return lines;
    }
}
