package dev.breakwater.ui;

import dev.breakwater.central.CentralServer;
import dev.breakwater.central.transfer.Commands;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The product: central with its console, or one of its {@link Commands}. */
@SpringBootApplication
@Import(CentralServer.class)
public class Breakwater {

    public static void main(String[] arguments) {
        if (Commands.asked(arguments)) {
            System.exit(Commands.run(Breakwater.class, List.of(), System.out, System.err, arguments));
        }
        SpringApplication.run(Breakwater.class, arguments);
    }
}
