package dev.breakwater.central.inventory.internal;

/** Keeps the columns of one kind of object that lists search and sort by. */
interface NarrowTable {

    void apply(ChangeSet set);
}
