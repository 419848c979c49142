package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Activity.ApiRequest;
import dev.breakwater.engine.model.Activity.FileAccess;
import dev.breakwater.engine.model.Activity.ProcessRun;
import dev.breakwater.engine.policy.linked.Linked.OfFile;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;

/** The words for what happened: all criteria say the same of one event, so that it is listed once. */
final class Activities {

    private Activities() {}

    static Sighting process(OfProcess of, String field, String found) {
        ProcessRun process = of.process();
        String arguments = process.arguments().shown();
        return new Sighting(
                "Container " + of.containerName() + " ran " + process.path()
                        + (arguments.isBlank() ? "" : " with the arguments " + arguments) + " as user " + process.uid()
                        + ".",
                "process." + field,
                found,
                process.path());
    }

    static Sighting file(OfFile of) {
        FileAccess access = of.access();
        String what = switch (access.operation()) {
            case OPEN -> "opened";
            case CREATE -> "created";
            case RENAME -> "renamed";
            case UNLINK -> "deleted";
            case OWNERSHIP_CHANGE -> "changed the owner of";
            case PERMISSION_CHANGE -> "changed the permissions of";
            case XATTR_CHANGE -> "changed the attributes of";
        };
        return new Sighting(
                "Process " + of.by().process().name() + " in container " + of.containerName() + " " + what + " "
                        + access.path() + (access.movedTo().isEmpty() ? "." : " to " + access.movedTo() + "."),
                "file",
                access.path(),
                access.path());
    }

    static Sighting request(OfRequest of, String field, String found) {
        ApiRequest request = of.request();
        String object = request.resource() + (request.name().isEmpty() ? "" : " " + request.name());
        return new Sighting(
                "User " + request.user()
                        + (request.impersonated() == null ? "" : ", acting as " + request.impersonated() + ",")
                        + " sent " + request.verb() + " for " + object
                        + (request.namespace().isEmpty() ? "" : " in namespace " + request.namespace()) + " from "
                        + (request.sources().isEmpty() ? "an unknown address" : String.join(", ", request.sources()))
                        + ".",
                "request." + field,
                found,
                request.resource());
    }
}
