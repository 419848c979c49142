package dev.breakwater.sensor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.ImageScan;
import dev.breakwater.contracts.v1.ScanImage;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.RegistryAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedScansTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhyAnImageCannotBeLookedInto() throws InterruptedException {
        try (OrderedScans scans = new OrderedScans("c", new ScanningSettings(List.of(), Set.of("127.0.0.1:9"), null))) {
            Semaphore news = new Semaphore(0);
            scans.onNews(news::release);
            ByteString job = ByteString.copyFrom(new byte[16]);

            scans.requested(ScanImage.newBuilder()
                    .setJob(job)
                    .setAttempt(3)
                    .setReference("127.0.0.1:9/a/b:1")
                    .setPlatform("linux/amd64")
                    .build());
            news.acquire();

            List<ImageScan> said = scans.due(4);
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().getJob()).isEqualTo(job);
            assertThat(said.getFirst().getAttempt()).isEqualTo(3);
            assertThat(said.getFirst().getLast()).isTrue();
            assertThat(said.getFirst().getFailure().getReason()).isEqualTo("UNREACHABLE");
            assertThat(said.getFirst().getFailure().getDetail()).contains("127.0.0.1:9");
            assertThat(scans.due(4)).isEmpty();
        }
    }

    @Test
    void usesThePullSecretsThatWereMountedAndNoOthers() throws Exception {
        Path mounted = Files.createDirectories(folder.resolve("mine"));
        String auth = Base64.getEncoder().encodeToString("robot:secret".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                mounted.resolve(".dockerconfigjson"),
                "{\"auths\":{\"registry.example.com\":{\"auth\":\"" + auth + "\"}}}");
        Files.writeString(mounted.resolve("broken"), "{");
        PullAccess access = new PullAccess(new ScanningSettings(List.of(folder), Set.of("other.example.com"), null));

        RegistryAccess known = access.to(ImageName.parse("registry.example.com/shop/web:1"));
        assertThat(known.user()).isEqualTo("robot");
        assertThat(known.password()).isEqualTo("secret");
        assertThat(known.plainHttp()).isFalse();
        RegistryAccess unknown = access.to(ImageName.parse("other.example.com/shop/web:1"));
        assertThat(unknown.user()).isEmpty();
        assertThat(unknown.plainHttp()).isTrue();
    }
}
