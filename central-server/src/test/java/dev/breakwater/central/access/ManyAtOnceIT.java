package dev.breakwater.central.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account that several scripts use signs in many times at once. */
@CentralApplication
class ManyAtOnceIT {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void firstSignInsThatComeAtOnceAllSucceed() throws Exception {
        for (int round = 0; round < 5; round++) {
            jdbc.sql("update users set last_login_at = null").update();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> answers = IntStream.range(0, 12)
                        .mapToObj(i -> people.submit(
                                () -> api.get("/api/v1/policies?pageSize=1").status()))
                        .toList();
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        }
    }
}
