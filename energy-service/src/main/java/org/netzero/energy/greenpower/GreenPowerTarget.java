package org.netzero.energy.greenpower;

import java.time.Instant;
import java.util.Optional;
import org.netzero.energy.progress.TargetPath;

/// A path as it was stated.
///
/// @param version 1 for the first one stated
/// @param evidence who decided it, and where it can be looked up
/// @param statedBy who wrote it down
public record GreenPowerTarget(
        int version,
        TargetPath path,
        Optional<String> evidence,
        String statedBy,
        Instant statedAt) {}
