package org.netzero.load;

/// How much is measured, which an environment variable makes less of for a first look.
final class Size {

    private Size() {}

    static int of(String variable, int usual) {
        String stated = System.getenv(variable);
        return stated == null || stated.isEmpty() ? usual : Integer.parseInt(stated);
    }
}
