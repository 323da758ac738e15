package org.netzero.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the start caches of a stack that runs, one after the other, until told to stop.
final class StartCaches {

    private final DataFolder folder;
    private final Progress progress;
    private final List<StartCache> caches = new ArrayList<>();
    private Optional<Thread> maker = Optional.empty();

    StartCaches(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    synchronized StartCache cache(
            String name, List<String> jvmOptions, String classPath, Path newestInput) {
        StartCache cache = new StartCache(folder, name, jvmOptions, classPath, newestInput);
        caches.add(cache);
        return cache;
    }

    synchronized void make() {
        maker = Optional.of(Thread.ofPlatform().daemon().start(this::makeAll));
    }

    private void makeAll() {
        try {
            for (StartCache cache : caches) {
                cache.make();
            }
        } catch (IOException e) {
            progress.problem("The next start will not be faster: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void stop() {
        maker.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
