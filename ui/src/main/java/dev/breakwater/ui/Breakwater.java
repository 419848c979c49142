package dev.breakwater.ui;

import dev.breakwater.central.CentralServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The product: central with its console. */
@SpringBootApplication
@Import(CentralServer.class)
public class Breakwater {

    public static void main(String[] arguments) {
        SpringApplication.run(Breakwater.class, arguments);
    }
}
