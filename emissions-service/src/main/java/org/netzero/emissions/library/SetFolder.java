package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.netzero.platform.digest.Sha256;

/// Files of factor sets on the class path: CSV with a first row of names, compressed where the name
/// ends in `.gz`.
final class SetFolder {

    private final String folder;

    /// @param folder name under `/factors/`
    SetFolder(String folder) {
        this.folder = "/factors/%s/".formatted(folder);
    }

    List<NamedCsvRecord> rows(String file) {
        try (InputStream packed = new ByteArrayInputStream(bytes(file));
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Factor set file cannot be read: " + folder + file, e);
        }
    }

    /// Two columns of a file as pairs.
    Map<String, String> pairs(String file, String key, String value) {
        return rows(file).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> row.getField(key), row -> row.getField(value)));
    }

    /// The SHA-256 of files one after the other, as stored.
    String sha256(List<String> files) {
        var digest = new Sha256();
        files.forEach(file -> digest.add(bytes(file)));
        return digest.hex();
    }

    private byte[] bytes(String file) {
        try (InputStream in = SetFolder.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException("Factor set file is missing: " + folder + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Factor set file cannot be read: " + folder + file, e);
        }
    }
}
