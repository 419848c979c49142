package dev.breakwater.scanner.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds any of many words in bytes in one pass, whatever their case (Aho and Corasick 1975, "Efficient string matching"), as a
 * table small enough for the first cache of a processor.
 */
final class Keywords {

    /** Is told of each word that ends at a byte. */
    interface Hit {

        /** @return whether to go on */
        boolean at(int word, int end);
    }

    private final byte[] classes = new byte[256];
    private final int width;
    private final short[] next;
    private final int[][] words;

    Keywords(List<String> texts) {
        int count = 1;
        for (String text : texts) {
            for (byte each : text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1)) {
                if (classes[each & 0xff] == 0) {
                    classes[each & 0xff] = (byte) count++;
                }
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[Character.toLowerCase(c)];
        }
        width = Integer.highestOneBit(Math.max(1, count - 1)) << 1;
        List<short[]> states = new ArrayList<>();
        List<List<Integer>> ends = new ArrayList<>();
        grow(texts, states, ends);
        link(states, ends);
        next = new short[states.size() * width];
        for (int i = 0; i < states.size(); i++) {
            System.arraycopy(states.get(i), 0, next, i * width, width);
        }
        words = ends.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void grow(List<String> texts, List<short[]> states, List<List<Integer>> ends) {
        addState(states, ends);
        for (int word = 0; word < texts.size(); word++) {
            int state = 0;
            for (byte each : texts.get(word).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1)) {
                int with = classes[each & 0xff];
                if (states.get(state)[with] < 0) {
                    states.get(state)[with] = (short) states.size();
                    addState(states, ends);
                }
                state = states.get(state)[with];
            }
            ends.get(state).add(word);
        }
    }

    private void addState(List<short[]> states, List<List<Integer>> ends) {
        if (states.size() == Short.MAX_VALUE) {
            throw new IllegalArgumentException("too many keywords");
        }
        short[] state = new short[width];
        Arrays.fill(state, (short) -1);
        states.add(state);
        ends.add(new ArrayList<>(0));
    }

    private void link(List<short[]> states, List<List<Integer>> ends) {
        int[] fallback = new int[states.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            short to = states.getFirst()[c];
            if (to < 0) {
                states.getFirst()[c] = 0;
            } else if (to > 0) {
                queue.add((int) to);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends.get(state).addAll(ends.get(fallback[state]));
            for (int c = 0; c < width; c++) {
                short to = states.get(state)[c];
                short instead = states.get(fallback[state])[c];
                if (to < 0) {
                    states.get(state)[c] = instead;
                } else {
                    fallback[to] = instead;
                    queue.add((int) to);
                }
            }
        }
    }

    /** Tells of all words within the first {@code length} bytes, in the order of their ends. */
    void find(byte[] bytes, int length, Hit hit) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            state = next[state * width + classes[bytes[i] & 0xff]];
            int[] found = words[state];
            if (found.length > 0) {
                for (int word : found) {
                    if (!hit.at(word, i + 1)) {
                        return;
                    }
                }
            }
        }
    }
}
