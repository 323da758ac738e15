package org.netzero.local;

/// Takes the place of a service that cannot start.
final class FailingService {

    private FailingService() {}

    public static void main(String[] arguments) {
        System.err.println("the schema is not what it should be");
        System.exit(7);
    }
}
