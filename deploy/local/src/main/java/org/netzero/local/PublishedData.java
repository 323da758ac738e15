package org.netzero.local;

import java.io.IOException;
import java.nio.file.Path;
import org.netzero.local.dataset.DataSetRefused;
import org.netzero.local.dataset.PublishedDataSet;

/// Brings the published data set of the checkout.
///
/// @param files the folder of its CSV files
record PublishedData(Path files) implements Loader {

    @Override
    public void load(GatewayAccess gateway, Progress progress) {
        try {
            new PublishedDataSet(gateway.address(), gateway.adminKey(), files, progress::say)
                    .bring();
        } catch (IOException | DataSetRefused failed) {
            throw new StackException("The data set was not loaded: " + failed.getMessage(), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
