package org.netzero.platform.imports;

import java.util.UUID;

/// Where records come from.
///
/// @param importId the import
/// @param recordedBy the caller who sent its file
public record Origin(UUID importId, String recordedBy) {}
