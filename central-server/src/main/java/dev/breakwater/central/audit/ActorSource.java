package dev.breakwater.central.audit;

/** Tells who acts in the present thread; implemented by what knows about requests. */
public interface ActorSource {

    Actor current();
}
