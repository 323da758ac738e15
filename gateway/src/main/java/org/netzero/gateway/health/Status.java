package org.netzero.gateway.health;

enum Status {
    UP,
    DOWN;

    static Status of(boolean works) {
        return works ? UP : DOWN;
    }
}
