package dev.breakwater.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, and where.
 *
 * @param workloads Deployments of the fleet
 * @param deploymentsOnly namespaces and Deployments without everything else
 * @param rounds how often a cluster is read from nothing; the first one meets a central that has just started
 * @param folder for everything that is written
 * @param jar the product
 * @param centralOptions further options of central's JVM
 * @param statements whether to tell which statements cost the database most
 */
public record Settings(
        int workloads,
        boolean deploymentsOnly,
        int rounds,
        long seed,
        Path folder,
        Path jar,
        String centralHeap,
        List<String> centralOptions,
        boolean statements,
        int httpPort,
        int linkPort) {}
