package dev.breakwater.engine.policy.value;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large an expression becomes once its counted repetitions are written out, estimated from its text and never too low
 * for well-formed ones. A short hostile expression such as {@code ((a{900}){900}){900}} would otherwise fill the memory.
 */
final class RepeatBound {

    static final long MAX = 20_000;

    private RepeatBound() {}

    static long sizeOf(String expression) {
        Deque<Long> outer = new ArrayDeque<>();
        long total = 0;
        long last = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            int close = c == '{' ? expression.indexOf('}', i) : -1;
            if (c == '(') {
                outer.push(total);
                total = 0;
                last = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                last = total + 1;
                total = cap(outer.pop() + last);
            } else if (close > 0 && last > 0) {
                long times = largest(expression.substring(i + 1, close));
                total = cap(total + last * Math.max(0, times - 1));
                last = cap(last * Math.max(1, times));
                i = close;
            } else {
                i = c == '\\' ? i + 1 : c == '[' ? endOfClass(expression, i) : i;
                last = 1;
                total = cap(total + 1);
            }
        }
        while (!outer.isEmpty()) {
            total = cap(total + outer.pop());
        }
        return total;
    }

    private static int endOfClass(String expression, int from) {
        for (int i = from + 2; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == ']') {
                return i;
            }
        }
        return expression.length();
    }

    /** The largest number in {@code n,m}; 1 if it holds anything else, since it then is plain text. */
    private static long largest(String counts) {
        long largest = 1;
        for (String count : counts.split(",", -1)) {
            if (count.length() > 4 || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return count.chars().allMatch(Character::isDigit) ? MAX : 1;
            }
            largest = count.isEmpty() ? largest : Math.max(largest, Long.parseLong(count));
        }
        return largest;
    }

    private static long cap(long size) {
        return Math.min(size, Integer.MAX_VALUE);
    }
}
