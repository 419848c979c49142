package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import java.io.InputStream;

/** A file for a reader. */
record Content(EntryFacts facts, InputStream stream) implements EntryContent {}
