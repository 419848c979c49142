package dev.breakwater.manifests.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactingGuardTest {

    private final RedactingGuard guard = new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DB_PASSWORD            | hunter2
            PGPASSWORD             | 12345
            dbPassword             | correct horse
            SMTP_PASSWD            | qqzz
            MYSQL_PWD              | root
            API_KEY                | abc
            apiKey                 | abc
            X_API_KEY              | zz9q
            STRIPE_SECRET          | whatever
            CLIENT_SECRET          | whatever
            SECRET_KEY_BASE_SECRET | whatever
            GITHUB_TOKEN           | t0k3n
            JWT_SIGNING_KEY        | s3cr3t
            ENCRYPTION_KEY         | s3cr3t
            ADMIN_CREDENTIALS      | admin:admin
            CONNECTION_STRING      | Server=db;User=sa
            DATABASE_URL           | postgres://app:pa55@db:5432/app
            AMQP_ENDPOINT          | amqp://guest:guest@rabbit:5672
            GO_DSN_VALUE           | app:pa55@tcp(db:3306)/app
            AZURE                  | DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0c2VjcmV0
            NOTHING_SAID           | AKIAIOSFODNN7EXAMPLE
            NOTHING_SAID           | ghp_16C7e42F292c6912E7710c838347Ae178B4a
            NOTHING_SAID           | xoxb-17653672481-19874698323
            NOTHING_SAID           | https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX
            NOTHING_SAID           | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U
            NOTHING_SAID           | -----BEGIN RSA PRIVATE KEY-----MIIB
            NOTHING_SAID           | wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            NOTHING_SAID           | k3j5h2g4f6d8s9a1q2w3e4r5
            NOTHING_SAID           | 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c
            JAVA_OPTS              | -Xmx1g -Dspring.datasource.password=hunter2 -Dfoo=bar
            HTTP_HEADERS           | Authorization: Bearer abcdef0123456789
            CONFIG                 | {"user":"app","password":"hunter2"}
            """)
    void takesSecretsOutOfVariables(String name, String value) {
        Text text = guard.guardEnv(name, value);

        assertThat(text.isRedacted()).as("%s=%s", name, value).isTrue();
        assertThat(text.toString()).doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOG_LEVEL                | debug
            PASSWORD_FILE            | /run/secrets/db
            TOKEN_PATH               | /var/run/secrets/tokens/api
            DB_PASSWORD              | /run/secrets/db-password
            SECRET_NAME              | payments-db
            TOKEN_TTL                | 3600
            TOKEN_EXPIRY             | 15m
            AUTH_ENABLED             | true
            ENABLE_AUTH              | false
            TOKEN_URL                | https://login.example.org/oauth2/token
            PASSWORD                 | $(DB_PASSWORD)
            PASSWORD                 | ${DB_PASSWORD}
            KEYCLOAK_URL             | https://keycloak.identity.svc:8443/realms/main
            KAFKA_BROKERS            | kafka-0.kafka.data.svc.cluster.local:9092,kafka-1.kafka.data.svc.cluster.local:9092
            DATABASE_URL             | postgres://orders-postgres.data.svc:5432/orders?sslmode=require
            JAVA_OPTS                | -Xms512m -Xmx1g -XX:+UseG1GC -XX:MaxGCPauseMillis=200 -Dfile.encoding=UTF-8
            SASL_CLASS               | org.apache.kafka.common.security.plain.PlainLoginModule
            SPRING_AUTOCONFIGURE     | org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration
            GIT_COMMIT               | 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c
            IMAGE_DIGEST             | sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            IMAGE                    | registry.example.org/shop/cart@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            TENANT                   | 3e2c0433-6f22-5bff-9e4a-d0ab285fd8db
            POD                      | payments-api-7f9c6d5b84-x2k9z
            NODE                     | ip-10-0-12-34.eu-central-1.compute.internal
            FEATURE_FLAGS            | new-checkout-flow,express-payment-provider,legacy-vouchers-disabled
            PARTITION_KEY            | customer_id
            CACHE_KEY_PREFIX         | cart:
            KEYBOARD_LAYOUT          | qwertz
            PATH                     | /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
            CRON                     | 0 */6 * * *
            MAIL_FROM                | noreply@example.org
            OTEL_RESOURCE_ATTRIBUTES | service.name=cart,service.namespace=checkout,deployment.environment=production
            MONKEY                   | banana
            """)
    void leavesOrdinaryVariablesAlone(String name, String value) {
        assertThat(guard.guardEnv(name, value)).isEqualTo(Text.plain(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | --password=hunter2
            --password  | hunter2
            --api-key   | zz9
            ''          | --db-url=mysql://root:pa55@db/app
            ''          | mysql -h db -u root -phunter2 app
            ''          | curl -u admin:hunter2 https://example.org
            -u          | admin:hunter2
            ''          | exec env PASSWORD=hunter2 ./run
            ''          | redis-server --requirepass hunter2 --port 6379
            ''          | export AWS_SECRET_ACCESS_KEY="abc" && ./run
            note/config | {"apiToken": "abc"}
            note/config | token: abc
            note/build  | deployed with S9dA3yR5tU9qE3yQ4pX9uD9zR8zN9p
            """)
    void takesSecretsOutOfArgumentsAndAnnotations(String key, String value) {
        assertThat(guard.guardText(key, value).isRedacted())
                .as("%s %s", key, value)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | --port=8080
            ''                                   | --password-file=/run/secrets/db
            ''                                   | --tls-private-key-file=/etc/tls/tls.key
            ''                                   | --token-auth-file=/etc/tokens.csv
            --log-level                          | debug
            ''                                   | --config=/etc/prometheus/prometheus.yml
            ''                                   | --web.enable-lifecycle
            ''                                   | while true; do date; sleep 60; done
            ''                                   | PGPASSWORD="$(POSTGRES_PASSWORD)" pg_dump -h db orders
            checksum/config                      | 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            checksum/build                       | S9dA3yR5tU9qE3yQ4pX9uD9zR8zN9p=
            prometheus.io/scrape                 | true
            prometheus.io/path                   | /actuator/prometheus
            deployment.kubernetes.io/revision    | 3
            description                          | Serves the cart; talks to orders-postgres and to the payment provider.
            nginx.ingress.kubernetes.io/auth-url | https://oauth2-proxy.example.org/oauth2/auth
            iam.example.org/role-arn             | arn:aws:iam::123456789012:role/payments-reader
            """)
    void leavesOrdinaryArgumentsAndAnnotationsAlone(String key, String value) {
        assertThat(guard.guardText(key, value)).isEqualTo(Text.plain(value));
    }

    @Test
    void givesEqualValuesEqualHashesAndOtherKeysOthers() {
        byte[] otherKey = new byte[KeyedHash.KEY_BYTES];
        otherKey[0] = 1;
        RedactingGuard elsewhere = new RedactingGuard(new KeyedHash(otherKey));

        Text one = guard.guardEnv("DB_PASSWORD", "hunter2");

        assertThat(guard.guardText("--password", "hunter2").redaction().hash())
                .isEqualTo(one.redaction().hash())
                .hasSize(16);
        assertThat(elsewhere.guardEnv("DB_PASSWORD", "hunter2").redaction().hash())
                .isNotEqualTo(one.redaction().hash());
        assertThat(one.redaction().length()).isEqualTo(7);
    }

    @Test
    void takesOutWhatIsTooLongToSearch() {
        assertThat(guard.guardText("note", "a ".repeat(40_000)).isRedacted()).isTrue();
    }
}
