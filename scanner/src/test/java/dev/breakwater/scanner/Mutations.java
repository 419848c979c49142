package dev.breakwater.scanner;

import java.util.Arrays;
import java.util.Random;

/** Damages content the way transport, mistakes and malice do. */
public final class Mutations {

    private Mutations() {}

    /** One to eight damages, the same for the same seed. */
    public static byte[] of(byte[] content, long seed) {
        Random random = new Random(seed);
        byte[] mutated = content.clone();
        for (int left = 1 + random.nextInt(8); left > 0 && mutated.length > 0; left--) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] content, Random random) {
        int at = random.nextInt(content.length);
        int length = 1 + random.nextInt(Math.min(64, content.length));
        switch (random.nextInt(7)) {
            case 0 -> content[at] = (byte) random.nextInt(256);
            case 1 -> content[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                return Arrays.copyOf(content, at);
            }
            case 3 -> { // a number that is as large as it gets
                for (int each = at; each < Math.min(content.length, at + 4); each++) {
                    content[each] = (byte) 0xff;
                }
            }
            case 4 -> { // a piece again and again
                int times = 1 + random.nextInt(200);
                int end = Math.min(content.length, at + length);
                byte[] longer = Arrays.copyOf(content, content.length + (end - at) * times);
                for (int each = 0; each < times; each++) {
                    System.arraycopy(content, at, longer, end + each * (end - at), end - at);
                }
                System.arraycopy(content, end, longer, end + times * (end - at), content.length - end);
                return longer;
            }
            case 5 -> { // a piece less
                int end = Math.min(content.length, at + length);
                byte[] shorter = Arrays.copyOf(content, content.length - (end - at));
                System.arraycopy(content, end, shorter, at, content.length - end);
                return shorter;
            }
            default -> { // a piece elsewhere
                int to = random.nextInt(content.length);
                int many = Math.min(length, content.length - Math.max(at, to));
                System.arraycopy(content.clone(), at, content, to, many);
            }
        }
        return content;
    }
}
