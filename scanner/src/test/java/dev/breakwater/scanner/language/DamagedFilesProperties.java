package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.Mutations;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DamagedFilesProperties {

    private static final List<Given> SAMPLES = samples();

    private static List<Given> samples() {
        try {
            return Samples.all();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Example
    void everyReaderHasASample() throws IOException {
        Set<PackageReader> readers = new HashSet<>(LanguageReaders.all());
        for (Given sample : SAMPLES) {
            assertThat(sample.found()).as(sample.facts().path()).isNotEmpty();
            readers.removeIf(reader -> reader.wants(sample.facts()));
        }
        assertThat(readers).isEmpty();
    }

    @Example
    void noDocumentInAStrangeCharacterSetIsTakenForABrokenLayer() throws IOException {
        byte[] strange = {0, 0, (byte) 0xff, (byte) 0xfe, 0, 0, '{', 0, 0, 0, '}', 0};
        for (Given sample : SAMPLES) {
            Given given = new Given(sample.facts(), strange);
            for (PackageReader reader : LanguageReaders.all()) {
                if (reader.wants(given.facts())) {
                    read(reader, given);
                }
            }
        }
    }

    @Property(tries = 15_000)
    void damageEndsInAStatedReasonOrInPackages(@ForAll long seed) throws IOException {
        Given sample = SAMPLES.get((int) Math.floorMod(seed, (long) SAMPLES.size()));
        byte[] damaged = Mutations.of(sample.content(), seed);
        Given given = new Given(
                new EntryFacts(
                        sample.facts().path(),
                        sample.facts().name(),
                        damaged.length,
                        sample.facts().mode()),
                damaged);
        long began = System.nanoTime();
        for (PackageReader reader : LanguageReaders.all()) {
            if (reader.wants(given.facts())) {
                read(reader, given);
            }
        }
        assertThat((System.nanoTime() - began) / 1e9)
                .as("seconds, " + sample.facts().path())
                .isLessThan(5);
    }

    private static void read(PackageReader reader, Given given) throws IOException {
        try {
            check(reader.read(given));
        } catch (UnreadableEntry known) {
            assertThat(known.getMessage()).isNotBlank().hasSizeLessThan(600).doesNotContain("\n");
            check(known.found());
        }
    }

    private static void check(List<InstalledPackage> found) {
        assertThat(found).hasSizeLessThanOrEqualTo(PackageList.MOST).allSatisfy(one -> {
            assertThat(one.name()).isNotEmpty().hasSizeLessThanOrEqualTo(1_100);
            assertThat(one.version()).isNotEmpty();
            assertThat(one.name().chars().noneMatch(Character::isISOControl)).isTrue();
        });
    }
}
