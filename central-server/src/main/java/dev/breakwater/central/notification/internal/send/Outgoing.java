package dev.breakwater.central.notification.internal.send;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way.
 *
 * @param id of the delivery, the same with each try
 * @param message in JSON, the same bytes with each try
 * @param attempt from 1
 * @param at when it is sent
 */
record Outgoing(UUID id, String message, int attempt, Instant at) {}
